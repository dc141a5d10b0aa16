"""Places to write in, as a page draws them: what is kept there, and what was just refused."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from courses.anchors import Anchor, sections_of
from courses.models import JournalShare, LessonVersion, Note, ReflectionEntry
from courses.notes.sharing import with_readers


@dataclass(frozen=True)
class Slot:
    """`kept` is the other text where two windows wrote: None as long as nothing is to be chosen."""

    text: str = ""
    edition: str = ""
    changed_at: datetime | None = None
    readers: list[JournalShare] = field(default_factory=list)
    error: str = ""
    kept: str | None = None

    @classmethod
    def of(cls, entry) -> "Slot":
        return cls(entry.text, entry.edition, entry.changed_at, entry.readers)

    def refused(self, text: str, error: str, *, conflict: bool) -> "Slot":
        """What was typed stays in its field; upon a conflict the other text stands beside it."""
        kept = self.text if conflict else None
        return replace(self, text=text, error=error, kept=kept)


@dataclass(frozen=True)
class Journal:
    """A learner's reflections on one lesson, by the prompt that each answers."""

    slots: dict[str, Slot] = field(default_factory=dict)

    @classmethod
    def of(cls, learner, lesson_uuid, now: datetime) -> "Journal":
        mine = ReflectionEntry.objects.visible_to(learner).in_lesson(lesson_uuid)
        entries = with_readers(mine.prefetch_related("shares__reader"), learner, now)
        return cls({entry.block_id: Slot.of(entry) for entry in entries})

    def slot(self, block_id: str) -> Slot:
        return self.slots.get(block_id, Slot())

    def refused(self, block_id: str, text: str, error: str, *, conflict: bool) -> "Journal":
        slot = self.slot(block_id).refused(text, error, conflict=conflict)
        return Journal(self.slots | {block_id: slot})


@dataclass(frozen=True)
class Notebook:
    """A learner's notes to one lesson, by their places; an empty place is the whole lesson."""

    notes: dict[str, Note]
    places: list[Anchor]

    @classmethod
    def of(cls, learner, version: LessonVersion, now: datetime) -> "Notebook":
        mine = Note.objects.visible_to(learner).in_lesson(version.lesson_uuid)
        notes = with_readers(mine.prefetch_related("shares__reader"), learner, now)
        return cls({note.anchor: note for note in notes}, sections_of(version.source))

    def slot(self, anchor: str) -> Slot:
        return Slot.of(self.notes[anchor]) if anchor in self.notes else Slot()

    @property
    def whole(self) -> Slot:
        return self.slot("")

    @property
    def placed(self) -> list[tuple[Anchor, Note]]:
        """In reading order; last what was noted to a place that the lesson has no longer."""
        titles = {place.id: place for place in self.places}
        order = {anchor: number for number, anchor in enumerate(titles)}
        anchors = sorted(self.notes.keys() - {""}, key=lambda one: order.get(one, len(order)))
        return [(titles.get(one, Anchor("")), self.notes[one]) for one in anchors]

    def title_of(self, anchor: str) -> str:
        return next((place.title for place in self.places if place.id == anchor), "")
