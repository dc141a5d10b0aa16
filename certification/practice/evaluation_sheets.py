"""What an evaluation says, as it is shown before it is signed and as it is signed."""

from certification.practice.models import Evaluation
from certification.practice.models.evaluations import EvaluationState
from certification.practice.rules.evaluating import Sheet, missing_levels
from training_site.crypto.keys import keyed_digest


def sheet_of(evaluation: Evaluation) -> Sheet:
    """The texts by keyed digests: proof of what they said, without saying it."""
    form = evaluation.form
    return Sheet(
        form=f"{form.code} {form.version}",
        rubric=form.rubric,
        intern=str(evaluation.intern.public_id),
        writer=str(evaluation.written_by.public_id),
        role=form.role,
        case=evaluation.case.letter if evaluation.case else None,
        levels=evaluation.levels,
        strengths=_digest("strengths", evaluation.strengths),
        next_steps=_digest("next-steps", evaluation.next_steps),
    )


def _digest(which: str, text: str) -> str:
    return keyed_digest(f"evaluation-{which}", text) if text else ""


def missing_in(evaluation: Evaluation) -> list[str]:
    return missing_levels(evaluation.form.rubric, evaluation.levels)


def is_signed(evaluation: Evaluation) -> bool:
    return evaluation.state == EvaluationState.SIGNED


def lines_of(evaluation: Evaluation) -> list[dict]:
    """Each criterion with the level given, its word and what that means; None: not given yet."""
    rubric = evaluation.form.rubric
    by_level = {one["level"]: one for one in rubric["levels"]}
    return [
        criterion
        | {
            "given": by_level.get(evaluation.levels.get(criterion["code"])),
            "below": evaluation.levels.get(criterion["code"], 0) < evaluation.form.pass_level,
        }
        for criterion in rubric["criteria"]
    ]
