"""The page on which a reader chooses how pages look; preferences.js does the same in place."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from training_site.content.appearance import Appearance, appearance_of, keep


class AppearanceForm(forms.Form):
    theme = forms.ChoiceField(
        label=_("Appearance"),
        required=False,
        widget=forms.RadioSelect,
        choices=[("", _("As the device")), ("light", _("Light")), ("dark", _("Dark"))],
    )
    text = forms.ChoiceField(
        label=_("Text size"),
        required=False,
        widget=forms.RadioSelect,
        choices=[("", _("Normal")), ("large", _("Large")), ("larger", _("Larger"))],
    )
    lines = forms.ChoiceField(
        label=_("Line spacing"),
        required=False,
        widget=forms.RadioSelect,
        choices=[("", _("Normal")), ("wide", _("Wide"))],
    )
    keys = forms.ChoiceField(
        label=_("Single keys in lessons"),
        required=False,
        widget=forms.RadioSelect,
        choices=[("", _("On")), ("off", _("Off"))],
        help_text=_("Switch them off if your own tools use the same keys, or speech input does."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request):
    chosen = appearance_of(request)
    form = AppearanceForm(request.POST if request.method == "POST" else None, initial=vars(chosen))
    if request.method != "POST" or not form.is_valid():
        return render(request, "content/appearance.html", {"form": form})
    messages.success(request, _now("Kept in this browser. It holds on every page."))
    response = redirect("appearance")
    keep(response, Appearance.of(form.cleaned_data), secure=request.is_secure())
    return response
