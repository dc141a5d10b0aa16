"""An agreement as a thread: who has signed, what is still to come."""

from django.utils.translation import gettext as _

from certification.practice.models import SupervisionAgreement
from certification.practice.models.agreements import AgreementState
from training_site.content.templatetags.triad import longdate


def knots_of(agreement: SupervisionAgreement, clinician_label: str) -> list[dict]:
    signed = {one.role: one for one in agreement.signatures.all()}
    roles = {
        "intern": _("Intern"),
        "mentor": _("Mentor"),
        "clinician": clinician_label.capitalize(),
    }
    people = {
        "intern": agreement.intern,
        "mentor": agreement.mentor,
        "clinician": agreement.clinician,
    }
    knots = [
        _signature(f"{roles[role]}: {people[role]}", signed.get(role), _declined(agreement, role))
        for role in roles
    ]
    return [*knots, _approval(agreement), *_end(agreement)]


def _declined(agreement: SupervisionAgreement, role: str) -> bool:
    return agreement.declined_at is not None and role == agreement.role_of(agreement.declined_by)


def _signature(title: str, signature, declined: bool) -> dict:
    if declined:
        return {"title": title, "state": "stopped", "text": _("Declined")}
    if signature is None:
        return {"title": title, "state": "todo", "text": _("Not answered yet")}
    when = longdate(signature.at)
    return {"title": title, "state": "done", "text": _("Signed"), "when": when}


def _approval(agreement: SupervisionAgreement) -> dict:
    if agreement.approved_on is None:
        waits = agreement.state == AgreementState.AGREED
        text = _("Checks both licences, then approves") if waits else ""
        state = "current" if waits else "todo"
        return {"title": _("The association"), "state": state, "text": text}
    counts = _("Hours count from %(date)s") % {"date": longdate(agreement.counts_from)}
    return {
        "title": _("Approved by the association"),
        "state": "done",
        "text": counts,
        "when": longdate(agreement.approved_on),
    }


def _end(agreement: SupervisionAgreement) -> list[dict]:
    last = agreement.counts_until
    if last is None or agreement.approved_on is None:
        return []
    over = agreement.state == AgreementState.ENDED
    title = _("Ended") if over else _("Last day agreed")
    return [{"title": title, "state": "stopped" if over else "todo", "when": longdate(last)}]
