"""Telling people before something lapses, and when a signature does not come. Each thing once."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from certification.practice.models import SupervisionAgreement, SupervisorAuthority
from certification.practice.rules.deadlines import (
    AGREEMENT_REMINDERS,
    LICENCE_REMINDERS,
    Week,
    reminder_before,
    reminder_due,
)
from certification.practice.waiting import WaitingMonth, all_waiting
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date

DAY = timedelta(days=1)
DAYS_IN_WEEK = 7
DUE = {"soon": "certification.month_due_soon", "over": "certification.month_due_over"}


def remind_of_lapses(*, now: datetime) -> None:
    """Licences to their holder and the registrar, agreements to all three."""
    today = civil_date(now)
    for proof in _licences_ending(today):
        _tell_of_licence(proof, today, now)
    for agreement in _agreements_ending(today):
        _tell_of_agreement(agreement, today, now)


def remind_signers(*, now: datetime) -> None:
    """Each signer of a month a week before its time is over and when it is; the intern then, too.

    Besides these, one message a week says how much waits in all.
    """
    today = civil_date(now)
    queues: dict[int, list[WaitingMonth]] = defaultdict(list)
    for month in all_waiting(today):
        if not month.stopped:
            queues[month.supervisor.pk].append(month)
        _remind_of_month(month, today, now)
    for months in queues.values():
        _weekly(months, today, now)


def _licences_ending(today: date) -> Iterable[SupervisorAuthority]:
    """Those that end soon and that no other of the same kind goes on from."""
    ahead = today + max(LICENCE_REMINDERS) * DAY
    ending = SupervisorAuthority.objects.covering(today).filter(valid_until__lte=ahead)
    for proof in ending.filter(person__is_active=True).select_related("person"):
        following = proof.last_day + DAY
        if not SupervisorAuthority.objects.entitles(proof.person, proof.role, following):
            yield proof


def _tell_of_licence(proof: SupervisorAuthority, today: date, now: datetime) -> None:
    days = reminder_before(proof.last_day, today, LICENCE_REMINDERS)
    if days is None:
        return
    key = f"{proof.public_id}:{days}"
    notify(proof.person, "certification.licence_ends", key=key, url="/supervision/", at=now)
    url = f"/admin/practice/supervisors/{proof.person.public_id}/"
    for person in _registrars():
        notify(person, "certification.licence_of_supervisor_ends", key=key, url=url, at=now)


def _agreements_ending(today: date) -> Iterable[SupervisionAgreement]:
    ahead = today + max(AGREEMENT_REMINDERS) * DAY
    return SupervisionAgreement.objects.in_force(today).filter(ends_on__lte=ahead).with_people()


def _tell_of_agreement(agreement: SupervisionAgreement, today: date, now: datetime) -> None:
    days = reminder_before(agreement.ends_on, today, AGREEMENT_REMINDERS)
    if days is None:
        return
    supervising = f"/supervision/agreements/{agreement.public_id}/"
    pages = {
        agreement.intern: "/practice/agreement/",
        agreement.mentor: supervising,
        agreement.clinician: supervising,
    }
    for person, url in pages.items():
        key = f"{agreement.public_id}:{days}"
        notify(person, "certification.agreement_ends", key=key, url=url, at=now)


def _remind_of_month(month: WaitingMonth, today: date, now: datetime) -> None:
    """A signer who signs nothing for now is not reminded; the intern is told at once."""
    due = "over" if month.stopped else reminder_due(month.sign_by, today)
    if due is None:
        return
    name = f"{month.month:%Y-%m}"
    if not month.stopped:
        key = f"{month.intern.public_id}:{name}:{month.sign_by}:{due}"
        url = f"/supervision/{month.intern.public_id}/{name}/"
        notify(month.supervisor, DUE[due], key=key, url=url, at=now)
    if due == "over":
        key = f"{month.supervisor.public_id}:{name}:{month.sign_by}"
        url = f"/practice/months/{name}/"
        notify(month.intern, "certification.month_to_registrar", key=key, url=url, at=now)


def _weekly(months: list[WaitingMonth], today: date, now: datetime) -> None:
    """What came in these days was told by its own message."""
    if all(month.days < DAYS_IN_WEEK for month in months):
        return
    person = months[0].supervisor
    key = str(Week.of(today))
    notify(person, "certification.waiting_this_week", key=key, url="/supervision/", at=now)


def _registrars():
    return User.objects.holding(Role.REGISTRAR)
