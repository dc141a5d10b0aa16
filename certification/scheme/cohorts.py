"""How the interns of a scheme version stand, from the evaluations that are kept: nothing is worked out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from certification.scheme.models import RequirementEvaluation, SchemeVersion
from certification.scheme.path import TONES
from certification.scheme.rules import read_scheme
from certification.scheme.wording import state_word
from courses.models import Cohort
from training_site.accounts.models import User

ICONS = {
    "met": "check-circle",
    "waived": "hand-thumb-up",
    "pending": "clock",
    "not_met": "minus-circle",
    "not_started": "ellipsis-horizontal-circle",
}
AT_ONCE = 50


@dataclass(frozen=True)
class Cell:
    """How one requirement stands: a word, an icon and a tone, never one of them alone."""

    state: str
    word: str

    @property
    def tone(self) -> str:
        return TONES[self.state]

    @property
    def icon(self) -> str:
        return ICONS[self.state]


@dataclass(frozen=True)
class Standing:
    """One intern: their requirements in the order of the scheme, and the day they are of."""

    person: User
    cells: Sequence[Cell | None]
    as_of: date | None
    met: bool
    fresh: bool

    @property
    def done(self) -> int:
        return sum(cell is not None and cell.state in ("met", "waived") for cell in self.cells)


@dataclass(frozen=True)
class Choice:
    """What the tables of staff are about: one version, and one cohort or all of them."""

    versions: list[SchemeVersion]
    cohorts: list[Cohort]
    version: SchemeVersion | None
    cohort: Cohort | None

    @classmethod
    def of(cls, asked) -> "Choice":
        """By the ids in the address; what is unknown there is left aside."""
        held = SchemeVersion.objects.filter(pins__isnull=False).distinct()
        versions = list(held.select_related("scheme").order_by("-loaded_at", "-pk"))
        people = User.objects.filter(scheme_pin__isnull=False)
        cohorts = list(Cohort.objects.filter(enrolments__learner__in=people).distinct())
        first = versions[0] if versions else None
        return cls(
            versions,
            cohorts,
            _named(versions, asked.get("version")) or first,
            _named(cohorts, asked.get("cohort")),
        )

    def people(self, *, any_version: bool = False) -> QuerySet[User]:
        people = User.objects.filter(scheme_pin__isnull=False)
        if not any_version:
            people = people.filter(scheme_pin__version=self.version)
        if self.cohort:
            enrolled = self.cohort.enrolments.filter(ended_at=None)
            people = people.filter(pk__in=enrolled.values("learner"))
        return people.order_by("name", "pk")


def columns_of(version: SchemeVersion | None) -> list[tuple[str, str]]:
    """The requirements of a version: id and title."""
    rows = read_scheme(version.text).requirements if version else ()
    return [(one.id, one.title) for one in rows]


def with_latest(people: QuerySet[User]) -> QuerySet[User]:
    """Each with the key of their newest evaluation under the version that they are held to."""
    newest = RequirementEvaluation.objects.filter(
        intern=OuterRef("pk"), version=OuterRef("scheme_pin__version")
    ).order_by("-made_at", "-pk")
    return people.annotate(
        latest=Subquery(newest.values("pk")[:1]), facts_now=Coalesce(F("facts_version__number"), 0)
    )


def standings_of(people: Sequence[User], version: SchemeVersion, today: date) -> list[Standing]:
    """Of people from `with_latest`, with one query for all of them."""
    kept = _kept([person.latest for person in people if person.latest])
    columns = [id for id, _title in columns_of(version)]
    return [_standing(person, kept.get(person.latest), columns, today) for person in people]


def all_standings(
    people: QuerySet[User], version: SchemeVersion, today: date
) -> Iterator[Standing]:
    """For a file: so many at a time, whatever their number."""
    keys = list(people.values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        some = with_latest(people.filter(pk__in=keys[start : start + AT_ONCE]))
        yield from standings_of(list(some), version, today)


def up_to_date(people: QuerySet[User], today: date) -> int:
    """How many have an evaluation of today, of their facts as practice knows them now."""
    known = RequirementEvaluation.objects.filter(
        intern=OuterRef("pk"),
        version=OuterRef("scheme_pin__version"),
        as_of=today,
        facts_version=OuterRef("facts_now"),
    )
    counted = people.alias(facts_now=Coalesce(F("facts_version__number"), 0))
    return counted.filter(Exists(known)).count()


def _kept(keys: list[int]) -> dict[int, tuple]:
    """Of each evaluation only what a table shows; its entries stay where they are."""
    found = RequirementEvaluation.objects.filter(pk__in=keys)
    rows = found.values_list("pk", "as_of", "facts_version", "met", "result__requirements")
    return {row[0]: row[1:] for row in rows}


def _standing(person: User, kept: tuple | None, columns: list[str], today: date) -> Standing:
    if kept is None:
        return Standing(person, [None] * len(columns), None, False, False)
    as_of, facts_version, met, rows = kept
    cells = {row["id"]: Cell(row["state"], state_word(row)) for row in rows}
    fresh = as_of == today and facts_version == person.facts_now
    return Standing(person, [cells.get(id) for id in columns], as_of, met, fresh)


def _named(rows: list, public_id: str | None):
    return next((row for row in rows if str(row.public_id) == public_id), None)
