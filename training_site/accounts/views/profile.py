"""A person's own account: name, zone, mail, second factor."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from training_site.accounts.forms import PreferencesForm


@login_required
@require_http_methods(["GET", "POST"])
def you(request):
    form = PreferencesForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("you")
    return render(request, "accounts/you.html", {"form": form})
