"""A learner's own reflections on one lesson, as the page lays them out."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from courses.models import ReflectionEntry


@dataclass(frozen=True)
class Slot:
    """The place for one reflection: what is kept, and what was just typed where it was refused."""

    text: str = ""
    changed_at: datetime | None = None
    error: str = ""


@dataclass(frozen=True)
class Journal:
    slots: dict[str, Slot] = field(default_factory=dict)

    @classmethod
    def of(cls, learner, lesson_uuid) -> "Journal":
        entries = ReflectionEntry.objects.visible_to(learner).filter(lesson_uuid=lesson_uuid)
        return cls({entry.block_id: Slot(entry.text, entry.changed_at) for entry in entries})

    def slot(self, block_id: str) -> Slot:
        return self.slots.get(block_id, Slot())

    def with_error(self, block_id: str, text: str, error: str) -> "Journal":
        refused = replace(self.slot(block_id), text=text, error=error)
        return Journal(self.slots | {block_id: refused})
