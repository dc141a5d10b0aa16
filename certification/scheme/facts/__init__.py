"""What is known of one person, as the document the engine reads (engine.md, "Facts").

The ids are opaque: an entry's and an agreement's public id; a supervisor is a person in a role, so
that somebody who is mentor here and clinician there appears under two ids.
"""

from datetime import date
from zoneinfo import ZoneInfo

from certification.scheme.facts.learning import learning_of
from certification.scheme.facts.practice import practice_of
from training_site.content.civil import association_zone

__all__ = ["facts_for", "learning_of", "practice_of", "together"]


def facts_for(intern, as_of: date, *, zone: ZoneInfo | None = None) -> dict:
    """Everything, on the day `as_of` of the association's zone."""
    zone = zone or association_zone()
    about = {"as_of": as_of.isoformat(), "zone": str(zone)}
    return about | together(learning_of(intern, zone), practice_of(intern, zone))


def together(learning: dict, practice: dict) -> dict:
    """Both have entries, of study and of practice, each under its own id; and both milestones."""
    return (
        learning
        | practice
        | {"entries": learning["entries"] + practice["entries"]}
        | {"milestones": learning["milestones"] | practice["milestones"]}
    )
