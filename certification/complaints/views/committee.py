"""The members' pages, outside the admin: accept or step back, read, vote, sign."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from certification.complaints import actions
from certification.complaints.committee_forms import (
    AcceptForm,
    FindingForm,
    StepBackForm,
    VoteForm,
)
from certification.complaints.masking import is_outside, reader_of, shown_name
from certification.complaints.models import CommitteeMember, Complaint
from certification.complaints.models.committee import Finding
from certification.complaints.telling import measures_of, provisions_of, row_of, shown_vote
from certification.complaints.timeline import for_members
from certification.complaints.votes import ballot_of, earlier_votes
from training_site.accounts.models import User
from training_site.accounts.permissions import may, needs
from training_site.accounts.step_up import step_up_required
from training_site.content.civil import civil_date
from training_site.verdict import Refused
from training_site.wording import sentence

UNPROCESSABLE = 422


@needs("complaints.sit")
@require_safe
def index(request):
    seats = CommitteeMember.objects.sitting(request.user).select_related("complaint__respondent")
    rows = [(seat, row_of(seat.complaint, civil_date(timezone.now()))) for seat in seats]
    return render(request, "certification/complaints/committees.html", {"rows": rows})


@needs("complaints.sit")
@require_safe
def case(request, public_id):
    seat = seat_for(request, public_id)
    if seat.accepted_at is None:
        return redirect("committee_accept", public_id)
    actions.read_complaint(seat.complaint, by=request.user, now=timezone.now())
    return case_page(request, seat)


@needs("complaints.sit")
@require_http_methods(["GET", "POST"])
def accept(request, public_id):
    """Before this is said, the page tells nothing but that there is a committee."""
    seat, form = seat_for(request, public_id), AcceptForm(request.POST or None)
    if seat.accepted_at:
        return redirect("committee", public_id)
    if form.is_bound and form.carry_out(
        lambda: actions.accept_seat(
            seat.complaint, **form.cleaned_data, by=request.user, now=timezone.now()
        )
    ):
        return redirect("committee", public_id)
    context = {"seat": seat, "form": form}
    return _answer(request, "certification/complaints/accept.html", context, form)


@needs("complaints.sit")
@require_http_methods(["GET", "POST"])
def step_back(request, public_id):
    seat, form = seat_for(request, public_id), StepBackForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            said = form.cleaned_data
            actions.step_back(seat.complaint, **said, by=request.user, now=timezone.now())
        except Refused as refused:
            form.add_error("reason", sentence(refused))
        else:
            messages.success(request, _("Thank you. You are off this committee."))
            return _away(request)
    context = {"seat": seat, "form": form}
    return _answer(request, "certification/complaints/step_back.html", context, form)


@needs("complaints.sit")
@require_POST
def vote(request, public_id):
    seat, form = accepted_seat(request, public_id), VoteForm(request.POST)
    if form.carry_out(
        lambda: actions.vote(
            seat.complaint, **form.cleaned_data, by=request.user, now=timezone.now()
        )
    ):
        messages.success(request, _("Your vote is kept as you gave it."))
        return redirect("committee", public_id)
    return case_page(request, seat, form=form)


@needs("complaints.sit")
@require_POST
def vote_again(request, public_id):
    seat = accepted_seat(request, public_id)
    try:
        actions.vote_again(seat.complaint, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Everybody is asked to vote once more."))
    return redirect("committee", public_id)


@needs("complaints.sit")
@step_up_required
@require_http_methods(["GET", "POST"])
def finding(request, public_id):
    """The chair's page, once there is a majority."""
    seat = accepted_seat(request, public_id)
    ballot = ballot_of(seat.complaint)
    if not (seat.chairs and ballot.found):
        return redirect("committee", public_id)
    form = FindingForm(request.POST or None, follows=ballot.found != "not")
    if form.is_bound and form.carry_out(lambda: _sign(seat.complaint, form, request.user)):
        messages.success(request, _("Signed. The committee's work is done; thank you."))
        return _away(request)
    context = {
        "seat": seat,
        "ballot": ballot,
        "found": Finding(ballot.found).label,
        "votes": [shown_vote(one) for one in ballot.votes],
        "form": form,
        **_names(seat),
    }
    return _answer(request, "certification/complaints/finding.html", context, form)


def _sign(complaint: Complaint, form: FindingForm, by):
    reasons = form.cleaned_data["reasons"]
    return actions.sign_finding(
        complaint, reasons=reasons, sanctions=form.given, by=by, now=timezone.now()
    )


def seat_for(request, public_id) -> CommitteeMember:
    """This person's seat at a committee that is at work; without one there is no such page."""
    seats = CommitteeMember.objects.sitting(request.user)
    people = ("complaint__respondent", "complaint__complainant")
    return get_object_or_404(seats.select_related(*people), complaint__public_id=public_id)


def accepted_seat(request, public_id) -> CommitteeMember:
    seat = seat_for(request, public_id)
    if seat.accepted_at is None:
        raise Refused("accept_first")
    return seat


def case_page(request, seat: CommitteeMember, *, form: VoteForm | None = None):
    one, ballot = seat.complaint, ballot_of(seat.complaint)
    outside = is_outside(one, request.user)
    read = reader_of(one, outside=outside)
    mine = next((each for each in ballot.votes if each.member_id == seat.pk), None)
    context = {
        "seat": seat,
        "complaint": one,
        "allegation": read(one.allegation),
        "provisions": provisions_of(one),
        "measures": [each for each in measures_of(one, _today()) if each.word != _("Proposed")],
        "timeline": for_members(one, read, outside=outside),
        "ballot": ballot,
        "mine": mine,
        "votes": [shown_vote(each) for each in ballot.votes] if ballot.complete else [],
        "earlier": [shown_vote(each) for each in earlier_votes(one)],
        "form": form or (None if mine else VoteForm()),
        **_names(seat, outside=outside),
    }
    return _answer(request, "certification/complaints/case.html", context, form)


def _names(seat: CommitteeMember, *, outside: bool | None = None) -> dict:
    if outside is None:
        outside = is_outside(seat.complaint, seat.person)
    return {"name": shown_name(seat.complaint, outside=outside), "outside": outside}


def _today():
    return civil_date(timezone.now())


def _answer(request, template: str, context: dict, form):
    failed = form is not None and form.is_bound and not form.is_valid()
    return render(request, template, context, status=UNPROCESSABLE if failed else 200)


def _away(request):
    """Whoever came for this committee alone holds no role any more, and goes home."""
    person = User.objects.get(pk=request.user.pk)
    return redirect("committees" if may(person, "complaints.sit") else "learn")
