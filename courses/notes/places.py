"""Where an entry belongs, in words: the prompt it answers, or the place that it notes."""

from django.utils.html import strip_tags

from courses.anchors import block_anchor, sections_of
from courses.models import Note, ReflectionEntry

WHOLE_LESSON = "tool-notes"  # where the note to all of a lesson stands on its page


def about(entry: Note | ReflectionEntry) -> str:
    """From the version in which it was written; empty for a note to a whole lesson."""
    return _place(entry) if isinstance(entry, Note) else _prompt(entry)


def place_of(entry: Note | ReflectionEntry) -> str:
    """The place of its lesson's page that it stands at."""
    if isinstance(entry, Note):
        return entry.anchor or WHOLE_LESSON
    return block_anchor(entry.block_id)


def _prompt(entry: ReflectionEntry) -> str:
    blocks = entry.version.source["body"]
    prompts = (b["value"]["prompt"] for b in blocks if b.get("id") == entry.block_id)
    return strip_tags(next(prompts, "")).strip()


def _place(note: Note) -> str:
    titles = (one.title for one in sections_of(note.version.source) if one.id == note.anchor)
    return next(titles, "")
