"""More time for a person, for every assessment: who has it, giving it, ending it."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from assessments.actions.accommodating import end_accommodation, give_accommodation
from assessments.models import Accommodation
from assessments.views.staff.seen import tried
from training_site.accounts.forms import clean_line
from training_site.accounts.models import User
from training_site.accounts.permissions import needs
from training_site.accounts.roles import LEARNER_ROLES
from training_site.accounts.staff import staff_page
from training_site.verdict import Refused
from training_site.wording import sentence

PAGE = 50
FIELDS = {
    "accommodation_factor_out_of_bounds": "factor",
    "accommodation_is_one_of_both": "minutes",
    "accommodation_minutes_out_of_bounds": "minutes",
    "accommodation_needs_reason": "reason",
}


class AccommodationForm(forms.Form):
    factor = forms.DecimalField(
        label=gettext_lazy("Times the limit"),
        help_text=gettext_lazy("1.25 makes 75 minutes of an hour. Or give minutes below instead."),
        max_digits=4,
        decimal_places=2,
        required=False,
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("Or minutes more"),
        help_text=gettext_lazy("The same number of minutes in every timed assessment."),
        required=False,
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy(
            "Kept encrypted. Only those who give accommodations read it; no marker, no mail."
        ),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@needs("assessments.accommodate")
@require_GET
def accommodations(request):
    """Learners with more time; with a search, the learners found."""
    search = clean_line(request.GET.get("q", ""))
    found = _learners().filter(name__icontains=search) if search else _learners().none()
    standing = Accommodation.objects.standing().select_related("learner").defer("reason")
    return staff_page(
        request,
        "assessments/staff/correcting/accommodations.html",
        title=_("Accommodations"),
        icon="time",
        search=search,
        found=found.order_by("name", "pk")[:PAGE],
        page=Paginator(standing.order_by("learner__name", "pk"), PAGE).get_page(
            request.GET.get("page")
        ),
    )


@needs("assessments.accommodate")
@require_http_methods(["GET", "POST"])
def accommodation(request, learner):
    """One learner's, with the reasons, and the form for another one."""
    found = get_object_or_404(_learners(), public_id=learner)
    form = AccommodationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data | {"by": request.user, "now": timezone.now()}
        if tried(form, lambda: give_accommodation(found, **given), FIELDS):
            messages.success(request, _("Given. Open attempts end later from now on."))
            return redirect("accommodation", learner)
    return staff_page(
        request,
        "assessments/staff/correcting/accommodation.html",
        title=_("More time for %(name)s") % {"name": found},
        icon="time",
        crumbs=[(_("Accommodations"), reverse("accommodations"))],
        learner=found,
        rows=found.accommodations.select_related("given_by", "ended_by"),
        form=form,
    )


@needs("assessments.accommodate")
@require_POST
def end(request, learner, accommodation):
    rows = Accommodation.objects.filter(learner__in=_learners(), learner__public_id=learner)
    found = get_object_or_404(rows, public_id=accommodation)
    try:
        end_accommodation(found, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Ended. The plain limits hold again."))
    return redirect("accommodation", learner)


def _learners():
    """Whoever learns, or has an accommodation from when they did."""
    holding = User.objects.holding(*LEARNER_ROLES).values("pk")
    return User.objects.filter(Q(pk__in=holding) | Q(accommodations__isnull=False)).distinct()
