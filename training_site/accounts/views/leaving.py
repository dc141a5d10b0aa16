"""Leaving quickly: what was typed is saved by the page, then the session is locked."""

from django.contrib.auth import logout
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST


@require_POST
def quick_leave(request):
    """Lock until sign-in. The page shown next says what this can't hide."""
    logout(request)
    return HttpResponseRedirect(reverse("left"))


@require_GET
def left(request):
    return render(request, "accounts/left.html")
