"""One renewal on one page: what it rests on, who spoke, and the reader's own part in it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from certification.credentials.models import Certificate
from certification.renewals import actions
from certification.renewals.actions.deciding import term_after
from certification.renewals.evidence import Evidence, evidence_of, peers_of, terms_of
from certification.renewals.models import Renewal
from certification.renewals.models.renewals import RenewalState
from certification.renewals.pages import activities_of, asked_of, reviews_in_words
from certification.renewals.people import able_to, reached_by, taking_part
from certification.renewals.rules.renewing import DECLARATIONS
from certification.renewals.staff_forms import DecideForm, ReturnForm
from certification.renewals.standing import renewals_of
from certification.renewals.views.staff import ICON
from certification.renewals.wording import DECLARATION_SENTENCES, REASON_SENTENCES
from training_site.accounts.permissions import may, needs
from training_site.accounts.roles import Role
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import step_up_required
from training_site.verdict import Refused
from training_site.wording import sentence

UNPROCESSABLE = 422


@needs("renewals.see")
@require_safe
def dossier(request, public_id):
    return _page(request, _renewal(request, public_id))


@needs("renewals.check")
@require_POST
def check(request, public_id):
    """Complete: to a decision. Something missing: back to the certificant with a word. And again,
    where the record has changed since."""
    one, now = _renewal(request, public_id), timezone.now()
    act = request.POST.get("act")
    if act == "again":
        actions.note_changed_evidence(one, by=request.user, now=now)
        return redirect("certification_renewal", public_id)
    if act == "complete":
        return _passed_on(request, one, now)
    form = ReturnForm(request.POST)
    done = form.carry_out(
        lambda: actions.return_renewal(one, **form.cleaned_data, by=request.user, now=now)
    )
    if done:
        messages.success(request, _("Sent back with your note."))
        return redirect("certification_renewals")
    return _page(request, one, return_form=form, status=UNPROCESSABLE)


@needs("renewals.decide")
@step_up_required
@require_POST
def decide(request, public_id):
    one, now = _renewal(request, public_id), timezone.now()
    if actions.note_changed_evidence(one, by=request.user, now=now):
        messages.warning(request, _("The record has changed. The registrar looks at it again."))
        return redirect("certification_renewal", public_id)
    form = DecideForm(request.POST)
    done = form.carry_out(
        lambda: actions.decide(one, **form.cleaned_data, by=request.user, now=now)
    )
    if done:
        messages.success(request, _("Decided. The certificant is told."))
        return redirect("certification_renewals")
    return _page(request, one, decide_form=form, status=UNPROCESSABLE)


def _renewal(request, public_id) -> Renewal:
    """The one way to a renewal; a missing and a forbidden one answer alike."""
    reach = reached_by(request.user).exclude(state=RenewalState.TAKEN_BACK).with_case()
    return get_object_or_404(reach, public_id=public_id)


def _passed_on(request, one: Renewal, now):
    try:
        actions.pass_on(one, by=request.user, now=now)
    except Refused as refused:
        messages.error(request, sentence(refused))
        return redirect("certification_renewal", one.public_id)
    messages.success(request, _("Complete. Those who can decide are told."))
    return redirect("certification_renewals")


def _page(request, one: Renewal, *, status: int = 200, **forms):
    """`forms` are the ones that came back with errors."""
    now = timezone.now()
    actions.open_renewal(one, by=request.user, now=now)
    certificate = Certificate.objects.current_of(one.certificate) or one.certificate
    evidence = evidence_of(certificate, now) if one.state != RenewalState.DECIDED else None
    terms, document = terms_of(one.certificate), one.evidence or (evidence and evidence.document)
    activities = activities_of(one.certificant)
    context = {
        "renewal": one,
        "certificate": certificate,
        "asked": asked_of(document, terms, activities) if terms and document else [],
        "waiting": [row for row in activities.values() if row.state == "claimed"],
        "reviews": reviews_in_words(peers_of(one.certificate).select_related("peer")),
        "declared": [DECLARATION_SENTENCES[key] for key in DECLARATIONS if key in one.declarations],
        "reasons": [REASON_SENTENCES[code] for code in one.reason_codes],
        "earlier": _earlier(one),
        **_part(request.user, one, certificate, evidence, now),
    }
    return staff_page(
        request,
        "staff/renewals/renewal.html",
        title=_("Renewal of {name}").format(name=one.certificant.name),
        icon=ICON,
        crumbs=[(_("Renewals"), reverse("certification_renewals"))],
        status=status,
        **(context | forms),
    )


def _earlier(one: Renewal):
    """What was decided before in this term: rounds that an appeal opened again, and refusals."""
    rows = renewals_of(one.certificate).decided().exclude(pk=one.pk)
    return rows.select_related("checked_by", "decided_by").order_by("pk")


def _part(user, one: Renewal, certificate: Certificate, evidence: Evidence | None, now) -> dict:
    """What this person can do now, or why nothing."""
    verdict = taking_part(one, user)
    checks = one.state == RenewalState.SUBMITTED and may(user, "renewals.check")
    decides = one.state == RenewalState.CHECKED and may(user, "renewals.decide")
    own_check = decides and one.checked_by_id == user.pk
    deciding = decides and verdict and not own_check and certificate.standing == "active"
    return {
        "evidence": evidence,
        "changed": evidence is not None
        and one.state == RenewalState.CHECKED
        and evidence.hash != one.evidence_hash,
        "why_not": "" if verdict else sentence(verdict),
        "own_check": own_check,
        "return_form": ReturnForm() if checks and verdict else None,
        "decide_form": DecideForm() if deciding else None,
        "next_term": term_after(one, certificate, now) if deciding else None,
        "missing": _missing(one),
    }


def _missing(one: Renewal) -> str:
    """Whom the association lacks for the next step; nobody can be invited from outside to this."""
    role = {
        RenewalState.SUBMITTED: Role.REGISTRAR,
        RenewalState.CHECKED: Role.DECISION_MAKER,
    }.get(one.state)
    return "" if role is None or able_to(one, role) else str(role.label)
