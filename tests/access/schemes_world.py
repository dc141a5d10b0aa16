"""The chapter of schemes: a draft of one, and a prepared step to another."""

from dataclasses import dataclass

from certification.scheme.actions.transitions import prepare_transition
from certification.scheme.actions.versions import upload_draft
from certification.scheme.models import SchemeTransition, SchemeVersion
from tests.factories.accounts import a_registrar
from tests.factories.transitions import a_same_text, an_approved, the_small_version


@dataclass
class Schemed:
    draft: SchemeVersion = None
    step: SchemeTransition = None


def schemed(story, now, earlier) -> None:
    """The numbers come from the story, as two stories share the scheme."""
    about, by = story.cast["trainee"].pk, a_registrar()
    draft, _done = upload_draft(a_same_text(number=f"{about}.1"), by=by, now=earlier)
    words = {"who_moves": "nobody", "reasons": "For whoever begins.", "by": by, "now": now}
    new = an_approved(a_same_text(number=f"{about}.2"))
    step = prepare_transition(new, old=the_small_version(), **words)
    story.practice.schemed = Schemed(draft, step)
