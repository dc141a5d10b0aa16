"""What a story's intern, supervisors and staff made beyond hours: a chapter for each part.

Each chapter takes the story and two instants, `now` and `earlier`, and fills its fields by the
actions of the site.
"""

from dataclasses import dataclass


@dataclass
class Practised:
    """Filled chapter by chapter; practice_things.py names these for the addresses."""


CHAPTERS = ()


def practised(story, now, earlier) -> Practised:
    story.practice = Practised()
    for chapter in CHAPTERS:
        chapter(story, now, earlier)
    return story.practice
