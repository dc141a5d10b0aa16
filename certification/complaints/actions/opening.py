"""Opening a complaint: out of a concern, or because somebody wrote or called."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from certification.complaints.actions.steps import record, tell_party
from certification.complaints.addresses import party_path
from certification.complaints.models import Complaint
from certification.complaints.rules import provisions as provision_list
from certification.complaints.rules.handling import answer_by, may_open
from certification.concerns.actions.concerns import close_concern, note_step
from certification.concerns.models import Concern
from certification.decisions.rules.reviewing import enough_said
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.verdict import Refused

TAKEN_UP = "Taken up as a complaint."


@transaction.atomic
def open_complaint(
    *,
    respondent: User,
    allegation: str,
    provisions: Collection[str],
    received_on: date,
    by: User,
    now: datetime,
    complainant: User | None = None,
    reply_to: str = "",
    concern: Concern | None = None,
) -> Complaint:
    """The respondent is told, and reads the allegation in the officer's words.

    Out of a concern, who complained and how to reach them are what the concern says, and nothing
    where it says nothing: whoever gave no name has none here either.
    """
    if concern is not None:
        concern = _locked(concern)
        complainant, reply_to = concern.reporter, concern.reply_to
        received_on = concern.received_on
    if not by.has_role(Role.COMPLAINTS_OFFICER):
        raise Refused("role_missing")
    may_open(
        opener=by.pk,
        respondent=respondent.pk,
        complainant=complainant.pk if complainant else None,
        received_on=received_on,
        today=civil_date(now),
    ).require()
    provision_list.may_name(provisions).require()
    enough_said(allegation).require()
    complaint = Complaint.objects.create(
        concern=concern,
        respondent=respondent,
        complainant=complainant,
        reply_to=reply_to.strip(),
        allegation=allegation.strip(),
        provisions=sorted(provisions),
        provision_list=provision_list.VERSION,
        received_on=received_on,
        opened_by=by,
        opened_at=now,
        answer_by=answer_by(received_on),
    )
    opened = "certification.complaint.opened"
    record(opened, complaint, by=by, now=now, provisions=complaint.provisions)
    _settle_concern(concern, by, now)
    _tell(complaint, now)
    return complaint


def _locked(concern: Concern) -> Concern:
    row = Concern.objects.select_for_update(of=("self",)).get(pk=concern.pk)
    if Complaint.objects.filter(concern=row).exists():
        raise Refused("concern_has_complaint")
    return row


def _settle_concern(concern: Concern | None, by: User, now: datetime) -> None:
    """It goes on as the complaint, so nobody is told of it as waiting any more."""
    if concern is not None and concern.closed_on is None:
        note_step(concern, text=TAKEN_UP, by=by, now=now)
        close_concern(concern, by=by, today=civil_date(now), now=now)


def _tell(complaint: Complaint, now: datetime) -> None:
    notify(
        complaint.respondent,
        "certification.complaint_to_answer",
        key=str(complaint.public_id),
        url=party_path(complaint),
        at=now,
    )
    if complaint.complainant:
        tell_party(complaint.complainant, complaint, now)
