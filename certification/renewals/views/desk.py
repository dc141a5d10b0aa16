"""The registrar's desk of continuing education: the document was seen, or it does not count."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from certification.renewals import actions
from certification.renewals.claims import fingerprint
from certification.renewals.models import CEActivity
from certification.renewals.staff_forms import AcceptForm, DeclineForm
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page

PAGE = 50
UNPROCESSABLE = 422
ICON = "form"


@needs("renewals.answer_education")
@require_http_methods(["GET", "POST"])
def desk(request):
    """What waits, by person, the longest waiting first; several are accepted at once."""
    form = AcceptForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        done = form.carry_out(
            lambda: actions.accept(**form.cleaned_data, by=request.user, now=timezone.now())
        )
        if done is not None:
            _say(request, done)
            return redirect("education_desk")
    rows = CEActivity.objects.waiting().exclude(certificant=request.user)
    rows = rows.select_related("certificant").order_by("claimed_at", "pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    ticked = set(form.data.getlist("seen")) if form.is_bound else set()
    return staff_page(
        request,
        "staff/renewals/education.html",
        title=_("Continuing education"),
        icon=ICON,
        page=page,
        rows=[_row(one, ticked) for one in page],
        own=CEActivity.objects.waiting().filter(certificant=request.user).exists(),
        form=form,
        status=UNPROCESSABLE if form.errors else 200,
    )


@needs("renewals.answer_education")
@require_http_methods(["GET", "POST"])
def decline(request, public_id):
    """One that does not count, with the reason that its claimant reads."""
    waiting = CEActivity.objects.waiting().exclude(certificant=request.user)
    row = get_object_or_404(waiting.select_related("certificant"), public_id=public_id)
    form = DeclineForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        done = form.carry_out(
            lambda: actions.decline(row, **form.cleaned_data, by=request.user, now=timezone.now())
        )
        if done:
            messages.success(request, _("Declined. The certificant is told."))
            return redirect("education_desk")
    return staff_page(
        request,
        "staff/renewals/decline.html",
        title=_("Decline"),
        icon=ICON,
        crumbs=[(_("Continuing education"), reverse("education_desk"))],
        row=row,
        form=form,
        status=UNPROCESSABLE if form.errors else 200,
    )


def _row(one: CEActivity, ticked: set[str]) -> dict:
    value = f"{one.public_id}:{fingerprint(one)}"
    return {"row": one, "value": value, "ticked": value in ticked}


def _say(request, done) -> None:
    count, left = len(done.rows), done.left
    if count:
        words = ngettext("%(n)d activity counts now.", "%(n)d activities count now.", count)
        messages.success(request, words % {"n": count})
    if left:
        words = ngettext(
            "%(n)d was changed or taken back meanwhile and left as it is. Look at it again.",
            "%(n)d were changed or taken back meanwhile and left as they are. Look at them again.",
            left,
        )
        messages.warning(request, words % {"n": left})
