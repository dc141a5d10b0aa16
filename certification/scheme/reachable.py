"""What this installation has, so that a scheme asks for nothing that nobody can reach."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from assessments.models import Assessment
from certification.practice.models import EvaluationForm
from certification.practice.models.cases import Closure
from certification.practice.models.hours import Category
from certification.practice.models.leaves import PersonMilestone
from certification.practice.models.supervisors import SupervisorRole
from certification.scheme.milestones_in_words import MILESTONES
from certification.scheme.models import SchemeVersion
from certification.scheme.rules import read_scheme
from certification.scheme.rules.reachability import Known, Unreachable, unreachable
from certification.scheme.rules.vocabulary import CATEGORIES, CONTENT_AREAS
from courses.models import CoursePage
from training_site.content.models import PolicyVersion

FAULTS = {
    "unknown_course": _lazy("there is no course “{value}”."),
    "unknown_assessment": _lazy("there is no assessment “{value}”."),
    "unknown_policy": _lazy("there is no policy “{value}”."),
    "unknown_form": _lazy("there is no evaluation form “{value}”."),
    "unknown_milestone": _lazy("nobody records the milestone “{value}”."),
    "in_no_pathway": _lazy("no pathway asks for it, so it changes nothing."),
    "no_hours_of_category": _lazy("no hours are of the kind {value}."),
    "no_hours_of_content_area": _lazy("no hours are of the content area {value}."),
    "no_hours_of_closure": _lazy("no case ends as {value}."),
    "no_hours_of_supervisor_role": _lazy("no supervisor signs as {value}."),
    "part_outside_the_whole": _lazy("no hour is of the whole and of its part “{value}”."),
    "above_its_caps": _lazy("its own limits leave no more than {value} minutes of it."),
}


def faults_of(version: SchemeVersion) -> list[Unreachable]:
    return unreachable(read_scheme(version.text), known())


def known() -> Known:
    return Known(
        courses=_all(CoursePage.objects.live(), "code"),
        assessments=_all(Assessment.objects, "slug"),
        policies=_all(PolicyVersion.objects, "policy"),
        forms=_all(EvaluationForm.objects, "code"),
        milestones={*MILESTONES, *PersonMilestone.values},
        categories={*Category.values, *CATEGORIES},
        content_areas=CONTENT_AREAS,
        closures=Closure.values,
        supervisor_roles=SupervisorRole.values,
    )


def fault_words(fault: Unreachable) -> str:
    """Where a rule can't be fulfilled here, and why; a reason without words says its value."""
    why = FAULTS.get(fault.reason)
    return _("line %(line)d (%(id)s): %(why)s") % {
        "line": fault.line,
        "id": fault.id,
        "why": str(why).format(value=fault.value) if why else fault.value,
    }


def _all(rows, field: str) -> set[str]:
    return set(rows.values_list(field, flat=True))
