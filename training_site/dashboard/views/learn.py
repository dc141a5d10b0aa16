"""The home of everybody who studies, practises or is certified."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from training_site.dashboard.home import home_of


@login_required
@require_GET
def learn(request):
    return render(request, "dashboard/learn.html", {"home": home_of(request.user, timezone.now())})
