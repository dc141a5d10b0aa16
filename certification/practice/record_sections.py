"""What the staff's page of an intern shows of leave, membership and evaluations. Reading only."""

from datetime import date

from certification.practice.evaluation_comparison import comparisons_of
from certification.practice.evaluation_sheets import lines_of
from certification.practice.evaluations_asked import asked_of
from certification.practice.membership_questions import member
from certification.practice.models import Evaluation, LeaveOfAbsence


def sections_of(person, today: date) -> dict:
    asked = asked_of([person], today)
    written = Evaluation.objects.of(person).signed().select_related("form", "case", "written_by")
    return {
        "leaves": LeaveOfAbsence.objects.of(person).select_related("answered_by"),
        "member": member(person, today),
        "evaluations_waiting": [one for one in asked if one.waits],
        "evaluations": [(one, lines_of(one)) for one in written.order_by("signed_at", "pk")],
        "comparisons": comparisons_of(asked),
    }
