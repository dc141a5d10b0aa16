"""What a path rests on: what was logged, and beside it lessons done and live days signed for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from certification.practice.models import HoursEntry
from certification.scheme.hours_in_words import CATEGORY_WORDS
from courses.completion import didactic_entries, live_entries
from training_site.content.civil import association_zone, civil_date


@dataclass(frozen=True)
class Studied:
    """One entry as pages list it; it has no page of its own, so nothing links to it.

    `version` is that of the lesson as it was studied; a live day has none.
    """

    title: str
    category: str
    date: date
    minutes: int
    version: int | None = None

    is_studied = True

    @property
    def month(self) -> date:
        return self.date.replace(day=1)

    def get_category_display(self) -> str:
        return str(CATEGORY_WORDS[self.category])


def evidence_of(person, rows: Iterable[Mapping]) -> dict[str, HoursEntry | Studied]:
    """By the ids under which the requirements of an evaluation name them; study where one does."""
    standing = HoursEntry.objects.of(person).standing().select_related("case", "supervisor")
    logged = standing.defer("note", "returned_comment")
    entries = {str(entry.public_id): entry for entry in logged}
    named = {line["entry"] for row in rows for line in (*row["counted"], *row["not_counted"])}
    return entries | studied_by(person) if named - entries.keys() else entries


def studied_by(person) -> dict[str, Studied]:
    """By the ids under which the facts hold them."""
    zone = association_zone()
    lessons = {
        str(one.lesson_uuid): Studied(
            f"{one.label} {one.title}",
            "didactic_async",
            civil_date(one.done_at, zone),
            one.minutes,
            one.version,
        )
        for one in didactic_entries(person)
    }
    live = {
        str(one.id): Studied(one.title, one.category, one.date, one.minutes)
        for one in live_entries(person)
    }
    return lessons | live
