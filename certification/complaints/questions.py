"""What complaints ask of the appeals above, which answer when they start."""

from collections.abc import Callable

from certification.complaints.models import ComplaintFinding

_answers: dict[str, Callable[[ComplaintFinding], bool]] = {}


def answer_with(*, appeal_runs: Callable[[ComplaintFinding], bool]) -> None:
    _answers.update(appeal_runs=appeal_runs)


def appeal_runs(finding: ComplaintFinding) -> bool:
    """Whether an appeal against this finding waits for its answer. Without appeals: no."""
    answer = _answers.get("appeal_runs")
    return answer is not None and answer(finding)
