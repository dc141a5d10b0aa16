"""Hours that nobody signed in time, contests about them, papers for them."""

from datetime import date, datetime

from certification.practice import actions
from certification.practice.models import (
    ContestedSignOff,
    HoursEntry,
    PaperSignature,
    SupervisorNomination,
)
from certification.practice.sheets import sheet_of
from tests.factories.accounts import a_registrar
from tests.factories.certification import a_claim
from training_site.content.civil import civil_date


def an_old_entry(agreement, *, now: datetime, **changes) -> HoursEntry:
    """Of 7 September 2026 and handed in that month, so that by 31 October it was to be signed."""
    claim = a_claim(**({"date": date(2026, 9, 7)} | changes))
    then = datetime(claim.date.year, claim.date.month, 28, 9, 0, tzinfo=now.tzinfo)
    entry = actions.log_hours(agreement.intern, claim, by=agreement.intern, now=then)
    return actions.submit(entry, by=agreement.intern, now=then)


def a_contest(
    *entries: HoursEntry, now: datetime, reason: str = "silent", statement: str = ""
) -> ContestedSignOff:
    intern = entries[0].intern
    return actions.contest_signature(
        intern, entries, reason=reason, statement=statement, by=intern, now=now
    )


def a_paper(supervisor, intern, month: date, *, now: datetime, by=None) -> PaperSignature:
    """For the sheet as it stands."""
    today = civil_date(now)
    return actions.record_paper(
        supervisor,
        intern,
        month,
        shown_hash=sheet_of(supervisor, intern, month, today=today).hash,
        signed_on=today,
        typed_name=supervisor.name,
        kept_at="Folder 3",
        by=by or a_registrar(),
        now=now,
    )


def a_nomination(intern, *, now: datetime, email: str = "") -> SupervisorNomination:
    return actions.nominate_supervisor(
        intern,
        role="clinician",
        name="Nora Brandt",
        email=email or f"nora.{intern.pk}@example.org",
        by=intern,
        now=now,
    )
