"""The local mail page: what the demo would have sent. It exists with DEMO alone."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from training_site.demo.mail import newest_messages


@require_safe
@never_cache
def mail(request):
    if not settings.DEMO:
        raise Http404
    return render(request, "demo/mail.html", {"kept_messages": newest_messages()})
