"""How milestones and their days are spoken of."""

from datetime import date

from django.utils.translation import gettext_lazy as _lazy

from training_site.content.templatetags.triad import longdate

MILESTONES = {
    "enrolled": _lazy("enrolment"),
    "foundation_complete": _lazy("the end of the foundation training"),
    "interview_passed": _lazy("the interview"),
    "internship_approved": _lazy("the approval of the internship"),
    "internship_began": _lazy("the beginning of the internship"),
    "internship_extended_to": _lazy("the end of the extended internship"),
    "applied": _lazy("the application"),
    "certified": _lazy("the certification"),
    "certified_until": _lazy("the end of the certification"),
    "certified_before": _lazy("the beginning of the term before"),
}


def milestone_words(name: str) -> str:
    """A milestone that only one scheme knows goes by its own name."""
    return str(MILESTONES.get(name, name.replace("_", " ")))


def written(day: str | None) -> str:
    return longdate(date.fromisoformat(day)) if day else ""
