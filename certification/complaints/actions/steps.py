"""Locking a complaint, taking it one step on, writing and telling what was done; all actions use these.

Locks are taken in one order everywhere: the complaint, then a certificate. The audit record gets no
text of a complaint: what was said stands encrypted in the rows, and nowhere else.
"""

from datetime import date, datetime

from certification.complaints.addresses import desk_path, party_path
from certification.complaints.models import Complaint, ComplaintStep, InterimMeasure
from certification.complaints.models.complaints import StepKind
from certification.complaints.people import is_involved, officers_of
from certification.complaints.rules.handling import may_handle
from certification.complaints.rules.states import Step, after, may_step
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role


def locked(complaint: Complaint) -> Complaint:
    """The row as it is now, held until the end of the transaction."""
    rows = Complaint.objects.select_for_update(of=("self",))
    return rows.select_related("respondent", "complainant").get(pk=complaint.pk)


def require_officer(complaint: Complaint, by: User) -> None:
    may_handle(
        is_officer=by.has_role(Role.COMPLAINTS_OFFICER), involved=is_involved(complaint, by)
    ).require()


def take(complaint: Complaint, step: Step, **changes) -> None:
    """Write the state that the step leads to, or refuse it."""
    holding = InterimMeasure.objects.standing().filter(complaint=complaint).count()
    may_step(complaint.state, step, measures=holding).require()
    complaint.state = after(complaint.state, step)
    for name, value in changes.items():
        setattr(complaint, name, value)
    complaint.save(update_fields=["state", *changes])


def write_step(
    complaint: Complaint,
    kind: StepKind,
    verb: str,
    *,
    by: User,
    now: datetime,
    text: str = "",
    due_on: date | None = None,
) -> ComplaintStep:
    step = ComplaintStep.objects.create(
        complaint=complaint, kind=kind, text=text.strip(), due_on=due_on, by=by, at=now
    )
    values = {"due": due_on.isoformat()} if due_on else {}
    record(verb, complaint, by=by, now=now, **values)
    return step


def record(verb: str, complaint: Complaint, *, by: User | None, now: datetime, **values) -> None:
    """`subject` is whom it is about; nothing here leads to who complained."""
    audit.record(
        verb, actor=by, target=complaint, subject=complaint.respondent, at=now, values=values
    )


def tell_parties(complaint: Complaint, now: datetime) -> None:
    """Both learn that there is news, and read on the site what is theirs to read."""
    for person in (complaint.respondent, complaint.complainant):
        if person is not None:
            tell_party(person, complaint, now)


def tell_party(person: User, complaint: Complaint, now: datetime) -> None:
    notify(
        person,
        "certification.complaint_news",
        key=f"{complaint.public_id}:{now.isoformat()}",
        url=party_path(complaint),
        at=now,
    )


def tell_officers(
    event: str, complaint: Complaint, *, key: str, now: datetime, but: User | None = None
) -> None:
    """Every complaints officer whom it does not concern, but for the one who did it."""
    for person in officers_of(complaint):
        if person != but:
            notify(person, event, key=key, url=desk_path(complaint), at=now)
