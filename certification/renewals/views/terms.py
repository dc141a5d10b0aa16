"""The terms so far: each with what was decided at its end and what that rested on."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from certification.credentials.models import Certificate
from certification.credentials.telling import telling_of
from certification.renewals.models import Renewal
from certification.renewals.pages import activities_of
from certification.renewals.past import terms_of_person
from training_site.accounts.permissions import needs


@needs("renewals.renew")
@require_safe
def terms(request):
    certificates = Certificate.objects.of(request.user).select_related("scheme_version__scheme")
    renewals = Renewal.objects.visible_to(request.user).with_case()
    rows = terms_of_person(certificates, renewals, activities_of(request.user).values())
    now = timezone.now()
    for row in rows:
        row["telling"] = telling_of(row["certificate"], now)
    return render(request, "certification/renewals/terms.html", {"terms": rows})
