"""Incidents around sittings: what happened, whom it touched, and the same remedy for all of them."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from assessments.actions.incidents import apply_remedy, reach_of, record_incident, remedy_of
from assessments.models import Incident, ItemVersion
from assessments.rules.incidents import may_apply
from assessments.views.staff.seen import InstantField, assessments_seen_by, tried
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.association import association
from training_site.verdict import Refused
from training_site.wording import sentence

PAGE = 50
FIELDS = {
    "incident_needs_title": "title",
    "incident_ends_before_it_began": "ended",
    "incident_not_over": "ended",
    "remedy_needs_minutes": "minutes",
    "remedy_needs_item": "item_version",
    "remedy_unknown": "remedy",
}


class VersionField(forms.ModelChoiceField):
    def label_from_instance(self, version):
        return f"{version.item.ref}, {version.number}: {version.stem[:80]}"


class IncidentForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("What happened"), max_length=200)
    description = forms.CharField(
        label=gettext_lazy("More about it"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    began = InstantField(label=gettext_lazy("From"))
    ended = InstantField(
        label=gettext_lazy("Until"),
        help_text=gettext_lazy("Whoever sat at some instant between the two is affected."),
    )
    remedy = forms.ChoiceField(
        label=gettext_lazy("Remedy for everybody affected"),
        choices=Incident.Remedy.choices,
        widget=forms.RadioSelect,
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes given back"),
        help_text=gettext_lazy("Where time is given back."),
        min_value=1,
        max_value=600,
        required=False,
    )
    item_version = VersionField(
        label=gettext_lazy("Question taken out"),
        help_text=gettext_lazy("Where a question is taken out."),
        queryset=ItemVersion.objects.none(),
        required=False,
    )

    def __init__(self, *args, assessment, **kwargs):
        super().__init__(*args, **kwargs)
        shown = ItemVersion.objects.filter(shown_in__attempt__assessment=assessment).distinct()
        self.fields["item_version"].queryset = shown.select_related("item").order_by("item__ref")


@needs("assessments.remedy")
@require_GET
def incidents(request):
    rows = _seen_by(request.user).select_related("assessment", "recorded_by")
    return staff_page(
        request,
        "assessments/staff/correcting/incidents.html",
        title=_("Incidents"),
        icon="warning",
        page=Paginator(rows, PAGE).get_page(request.GET.get("page")),
    )


@needs("assessments.remedy")
@require_http_methods(["GET", "POST"])
def new(request, assessment):
    found = get_object_or_404(assessments_seen_by(request.user), public_id=assessment)
    form = IncidentForm(request.POST or None, assessment=found)
    if request.method == "POST" and form.is_valid():
        kept = []

        def act():
            given = form.cleaned_data | {"by": request.user, "now": timezone.now()}
            kept.append(record_incident(found, **given))

        if tried(form, act, FIELDS):
            messages.success(request, _("Recorded. Nothing is given until you apply the remedy."))
            return redirect("incident", kept[0].public_id)
    return staff_page(
        request,
        "assessments/staff/correcting/new_incident.html",
        title=_("Record an incident"),
        icon="warning",
        crumbs=[(_("Incidents"), reverse("incidents"))],
        assessment=found,
        zone=association().zone,
        form=form,
    )


@needs("assessments.remedy")
@require_GET
def incident(request, incident):
    """Everybody whom it touched: who gets the remedy, who has it, who is out of reach and why."""
    rows = _seen_by(request.user).select_related(
        "assessment", "item_version__item", "recorded_by", "applied_by"
    )
    found = get_object_or_404(rows, public_id=incident)
    reach = reach_of(found, now=timezone.now())
    may = may_apply(remedy_of(found), reach.relief)
    return staff_page(
        request,
        "assessments/staff/correcting/incident.html",
        title=found.title,
        icon="warning",
        crumbs=[(_("Incidents"), reverse("incidents"))],
        incident=found,
        relief=reach.relief,
        page=Paginator(_lines(reach), PAGE).get_page(request.GET.get("page")),
        may=may,
        obstacle="" if may else sentence(may),
    )


@needs("assessments.remedy")
@require_POST
def apply(request, incident):
    found = get_object_or_404(_seen_by(request.user), public_id=incident)
    try:
        apply_remedy(found, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Applied to everybody in reach."))
    return redirect("incident", incident)


def _lines(reach) -> list[tuple]:
    """(attempt, state, sentence), those out of reach first: somebody has yet to help them."""
    relief = reach.relief
    left = [
        (reach.attempts[key], "left", sentence(why)) for key, why in relief.out_of_reach.items()
    ]
    due = [(reach.attempts[key], "due", "") for key in relief.due]
    return left + due + [(reach.attempts[key], "given", "") for key in relief.given]


def _seen_by(user):
    return Incident.objects.filter(assessment__in=assessments_seen_by(user))
