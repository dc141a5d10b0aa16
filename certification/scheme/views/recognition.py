"""Staff: what is recognised for one intern, by two people; and dates that a scheme may ask for."""

from collections.abc import Callable

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from certification.practice.actions import beginnings, milestones
from certification.practice.models import OpeningBalance
from certification.practice.views.staff import crumbs, posted
from certification.scheme.actions import credits
from certification.scheme.models import Credit, SchemeVersion
from certification.scheme.recognition import balance_words, credit_words, creditable
from certification.scheme.recognition_forms import BalanceForm, CreditForm, MilestoneForm
from training_site.accounts.models import User
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import step_up_required
from training_site.crypto.public_id import public_id_in
from training_site.verdict import Refused
from training_site.wording import sentence

SAID = {
    "credit": lambda: _("Proposed. It counts once somebody else has approved it."),
    "balance": lambda: _("Attested. It counts once somebody else has confirmed it."),
    "milestone": lambda: _("Recorded."),
}
ANSWERS: dict[str, Callable] = {
    "approve": credits.approve_credit,
    "decline": credits.decline_credit,
    "take_back": credits.take_back_credit,
    "confirm": beginnings.confirm_balance,
    "withdraw": beginnings.withdraw_balance,
}
OF_BALANCES = ("confirm", "withdraw")


@needs("practice.manage")
@require_http_methods(["GET", "POST"])
def recognition(request, public_id):
    """Credits, waivers, hours brought along and milestones of one person, each with its form."""
    person = get_object_or_404(User, public_id=public_id)
    version = SchemeVersion.objects.binding(person)
    forms = {
        "credit": CreditForm(posted(request, "credit"), offered=creditable(version)),
        "balance": BalanceForm(posted(request, "balance")),
        "milestone": MilestoneForm(posted(request, "milestone")),
    }
    act = request.POST.get("act")
    if act in forms and _keep(act, forms[act], person, request.user):
        messages.success(request, SAID[act]())
        return redirect("practice_recognition", public_id)
    titles = {one.id: one.title for one in creditable(version)}
    return staff_page(
        request,
        "staff/schemes/recognition.html",
        title=_("Recognised for {name}").format(name=person.name),
        icon="success",
        crumbs=[
            *crumbs(),
            (person.name, reverse("practice_internship", args=[public_id])),
        ],
        person=person,
        version=version,
        credits=[(one, credit_words(one, titles)) for one in _credits(person)],
        balances=[(one, balance_words(one)) for one in _balances(person)],
        milestones=person.milestones.select_related("recorded_by"),
        **{f"{name}_form": form for name, form in forms.items()},
    )


@needs("practice.manage")
@step_up_required
@require_POST
def answer(request, public_id):
    """Approve, decline or take back one thing of this person's; the acts that make it count."""
    act = request.POST.get("act")
    rows = OpeningBalance.objects if act in OF_BALANCES else Credit.objects
    person = get_object_or_404(User, public_id=public_id)
    if act in ANSWERS:
        one = get_object_or_404(rows.filter(intern=person), public_id=_id(request))
        try:
            ANSWERS[act](one, by=request.user, now=timezone.now())
        except Refused as refused:
            messages.error(request, sentence(refused))
        else:
            messages.success(request, _("Done."))
    return redirect("practice_recognition", public_id)


def _id(request):
    return public_id_in(request.POST.get("one"))


def _keep(act: str, form, person, by):
    now = timezone.now()
    action = {
        "credit": credits.propose_credit,
        "balance": beginnings.attest_balance,
        "milestone": milestones.record_milestone,
    }[act]
    return form.carry_out(lambda: action(person, **form.cleaned_data, by=by, now=now))


def _credits(person):
    return Credit.objects.of(person).select_related(
        "proposed_by", "approved_by", "declined_by", "withdrawn_by"
    )


def _balances(person):
    return OpeningBalance.objects.of(person).select_related(
        "attested_by", "confirmed_by", "withdrawn_by"
    )
