"""A recall as the person whom it touches is told of it, and as the dossier shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from certification.practice.models import (
    Evaluation,
    HoursEntry,
    SupervisionAgreement,
    SupervisorAuthority,
)
from certification.practice.rules.categories import signer_role
from certification.recalls.models import RecallItem
from certification.recalls.models.recalls import RecallOutcome
from certification.recalls.touched import days_of, entries_in, evaluations_in
from certification.scheme.transition_words import change_sentence

TONES = {
    "": "quiet",
    RecallOutcome.STANDS: "good",
    RecallOutcome.STANDS_FOR_REASONS: "good",
    RecallOutcome.MADE_UP: "warn",
    RecallOutcome.REOPENED: "warn",
    RecallOutcome.SUSPENDED: "stop",
    RecallOutcome.WITHDRAWN: "stop",
}


@dataclass(frozen=True)
class Month:
    month: date
    entries: int
    minutes: int


def missing_of(item: RecallItem) -> list[str]:
    return [change_sentence(change) for change in item.missing]


def entries_of(item: RecallItem) -> list[HoursEntry]:
    """The signed hours that it is about, the oldest first; corrected since or not."""
    recall = item.recall
    rows = entries_in(recall.supervisor, recall.role, days_of(recall)).signed()
    rows = rows.filter(intern=item.person).in_order().select_related("case", "correction")
    return list(rows.defer("note", "returned_comment"))


def evaluations_of(item: RecallItem) -> list[Evaluation]:
    """The signed evaluations that are no evidence by it, the oldest first."""
    recall = item.recall
    rows = evaluations_in(recall.supervisor, recall.role, days_of(recall)).filter(
        intern=item.person
    )
    return list(rows.select_related("form").order_by("signed_at", "pk"))


def next_step(item: RecallItem) -> str:
    """What staff do about one person whose record holds less than it did; empty: nothing is open."""
    if item.outcome:
        return ""
    if not item.missing:
        return _("Nothing is missing by it. Say that it stands.")
    if item.certificate or _was_granted(item):
        return _(
            "Granted on more than the record holds now. A decision-maker decides again: it stands "
            "for reasons, is made up by a day, or the certificate is suspended or withdrawn."
        )
    if item.application:
        return _("Send the application back to its reviewers, or say why it goes on as it is.")
    return _("Say by which day it is made up, or why it stands.")


def _was_granted(item: RecallItem) -> bool:
    decision = item.application and item.application.decision
    return decision is not None and decision.outcome == "grant"


def word_of(item: RecallItem) -> str:
    """The outcome; of a grant that rests on less now, that it is decided again."""
    if item.outcome:
        return str(item.get_outcome_display())
    again = item.missing and (item.certificate or _was_granted(item))
    return _("to decide again") if again else _("to decide")


def months_of(entries: Sequence[HoursEntry]) -> list[Month]:
    grouped = groupby(entries, key=lambda entry: entry.month)
    found = [(month, list(some)) for month, some in grouped]
    return [Month(month, len(some), sum(one.minutes for one in some)) for month, some in found]


def others_could_sign(entries: Sequence[HoursEntry], item: RecallItem) -> list[tuple]:
    """(entry, agreement): hours that stand under another agreement of those days as well, whose
    supervisor was entitled. A correction that names that agreement is signed by them.
    """
    agreements = SupervisionAgreement.objects.of(item.person).ever_approved().with_people()
    proofs = SupervisorAuthority.objects.filter(role=item.recall.role)
    held = [
        (one.person_id, one.valid_from, one.last_day)
        for one in proofs.filter(
            person__in=[one.supervisor(item.recall.role).pk for one in agreements]
        )
    ]
    uncorrected = [entry for entry in entries if not hasattr(entry, "correction")]
    pairs = [(entry, _another(entry, agreements, held)) for entry in uncorrected]
    return [(entry, agreement) for entry, agreement in pairs if agreement]


def _another(entry: HoursEntry, agreements, held) -> SupervisionAgreement | None:
    for agreement in agreements:
        other = agreement.supervisor(signer_role(entry.category))
        if other.pk == entry.supervisor_id or not _counts(agreement, entry.date):
            continue
        if any(who == other.pk and a <= entry.date <= b for who, a, b in held):
            return agreement
    return None


def _counts(agreement: SupervisionAgreement, day: date) -> bool:
    last = agreement.counts_until
    return agreement.counts_from <= day and (last is None or day <= last)


def recalls_in(application) -> list[RecallItem]:
    """Of whoever applied, as the dossier tells them: confirmed, the oldest first."""
    items = RecallItem.objects.of(application.applicant).with_case()
    return list(items.order_by("recall__confirmed_at", "pk"))


def open_for(person) -> list[RecallItem]:
    """What a person's own pages point to: not decided yet, or with a day to make hours up by."""
    items = RecallItem.objects.of(person).with_case()
    return [one for one in items if one.outcome in ("", RecallOutcome.MADE_UP)]
