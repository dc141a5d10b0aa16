"""Staff: the figures of a draft, each at its rule."""

from itertools import groupby

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.scheme.actions.versions import change_parameters
from certification.scheme.rule_sentences import TITLES, told_by_rule
from certification.scheme.rules import read_scheme
from certification.scheme.rules.parameters import parameters_of
from certification.scheme.scheme_forms import ParametersForm
from certification.scheme.views.schemes import ICON, crumbs, version_of
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page


@needs("schemes.edit")
@require_http_methods(["GET", "POST"])
def parameters(request, public_id):
    """A form made from the text itself: what stands in it can be changed, and nothing else."""
    version = version_of(public_id)
    if version.state != "draft":
        raise Http404
    found = parameters_of(version.text)
    form = ParametersForm(request.POST if request.method == "POST" else None, parameters=found)
    if request.method == "POST":
        done = form.carry_out(
            lambda: change_parameters(
                version, form.cleaned_data, by=request.user, now=timezone.now()
            )
        )
        if done:
            messages.success(request, _("Saved. Everything else is as it was."))
            return redirect("scheme_version", public_id)
    return staff_page(
        request,
        "staff/schemes/parameters.html",
        title=_("Figures"),
        icon=ICON,
        crumbs=[*crumbs(), (str(version), reverse("scheme_version", args=[public_id]))],
        version=version,
        form=form,
        groups=_groups(form, version),
    )


def _groups(form: ParametersForm, version) -> list[dict]:
    """The fields of one rule together, under its sentence; what the scheme says of itself first."""
    told = told_by_rule(read_scheme(version.text))
    groups = []
    for rule, some in groupby(form.parameters, key=lambda one: one.rule):
        fields = [form[one.name] for one in some]
        section = TITLES[rule[0]] if rule else _("Of the whole scheme")
        groups.append({"section": section, "rule": told.get(rule), "fields": fields})
    return groups
