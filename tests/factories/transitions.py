"""Schemes on their way to another version, for tests."""

from datetime import UTC, datetime

from certification.practice.models import InternshipAdmission
from certification.scheme.actions.pins import pin
from certification.scheme.actions.transitions import (
    move_batch,
    prepare_transition,
    preview_batch,
)
from certification.scheme.actions.versions import approve_version, upload_draft
from certification.scheme.models import SchemePin, SchemeTransition, SchemeVersion
from tests.factories.accounts import a_person, a_registrar, an_administrator
from tests.factories.certification import PLACE, a_policy
from tests.factories.decisions import NOW, a_small_scheme
from training_site.accounts.roles import Role
from training_site.content.actions import attest

EARLIER = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
# The same, and one policy more.
STRICTER = "  - {id: notice, rule: attestation_current, policy: jurisdiction-notice, title: Notice signed}\n"


def the_small_version() -> SchemeVersion:
    return a_small_scheme()


def a_stricter_text(*, number: str = "2.0") -> str:
    """Asks for the jurisdiction notice as well."""
    old = the_small_version()
    text = old.text.replace(f'version: "{old.number}"', f'version: "{number}"')
    head, tail = text.split("requirements:\n")
    return f"{head}requirements:\n{STRICTER}{tail}"


def a_same_text(*, number: str = "2.0") -> str:
    old = the_small_version()
    return old.text.replace(f'version: "{old.number}"', f'version: "{number}"')


def an_approved(text: str, *, by=None) -> SchemeVersion:
    a_policy("jurisdiction-notice"), a_policy("code-of-ethics")
    draft, _done = upload_draft(text, by=by or a_registrar(), now=EARLIER)
    return approve_version(draft, by=an_administrator(), now=EARLIER)


def a_pinned_intern(version: SchemeVersion | None = None, *, met: bool = True, **fields):
    """Held to the version; has met the small scheme, where not said otherwise."""
    intern = a_person(Role.INTERN, **fields)
    by = a_registrar()
    InternshipAdmission.objects.create(
        intern=intern, place=PLACE, approved_by=by, approved_on=EARLIER.date(), recorded_at=EARLIER
    )
    pin(intern, version or the_small_version(), by=by, now=EARLIER)
    if met:
        attest(intern, a_policy("code-of-ethics"), typed_name=intern.name, now=EARLIER)
    return intern


def a_prepared_transition(text: str, *, who_moves: str = "not_worse", by=None) -> SchemeTransition:
    old = the_small_version()
    return prepare_transition(
        an_approved(text),
        old=old,
        who_moves=who_moves,
        reasons="The notice belongs to it.",
        by=by or a_registrar(),
        now=NOW,
    )


def held_to(intern) -> str:
    return SchemePin.objects.get(intern=intern).version.number


def preview_all(transition: SchemeTransition) -> SchemeTransition:
    """What its jobs do one after another, on the day of the tests."""
    while preview_batch(transition, now=NOW):
        pass
    transition.refresh_from_db()
    return transition


def move_all(transition: SchemeTransition) -> None:
    after = 0
    while after is not None:
        after = move_batch(transition, after=after, now=NOW)
