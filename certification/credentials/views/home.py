"""/certification/: to the nearest thing: the certificate held, the application, or the path."""

from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from certification.credentials.models import Certificate
from certification.decisions.models import Application
from training_site.accounts.permissions import needs


@needs("credentials.hold")
@require_safe
def home(request):
    newest = Certificate.objects.of(request.user).first()
    if newest:
        return redirect("certificate", newest.public_id)
    if Application.objects.of(request.user).exists():
        return redirect("apply")
    return redirect("path")
