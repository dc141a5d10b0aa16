"""The verbs of this app, each with the sentence that follows the actor's name.

Saving an answer is no event: the answers stand in the attempt, and the submission is recorded.
"""

from django.utils.translation import gettext_lazy as _

from training_site import audit
from training_site.content.exports import register_exports

audit.register(
    {
        "assessments.access.granted": _("opened an assessment to a learner"),
        "assessments.access.changed": _("changed when a learner may sit an assessment"),
        "assessments.extra_attempt.granted": _("gave an extra attempt"),
        "assessments.attempt.started": _("started an attempt"),
        "assessments.attempt.submitted": _("submitted an attempt"),
        "assessments.attempt.closed": _("closed an attempt whose time was up"),
        "assessments.attempt.abandoned": _("gave up an attempt that nobody handed in"),
        "assessments.attempt.taken_over": _("went on with an attempt from another sign-in"),
        "assessments.attempt.ended_blank": _(
            "ended an attempt without a single answer although saves had been tried"
        ),
        "assessments.attempt.time_added": _("added time to an attempt"),
        "assessments.attempt.reopened": _("reopened an attempt that had ended"),
        "assessments.attempts.ended_by_staff": _("ended open attempts and had them marked"),
        "assessments.accommodation.given": _("gave a learner more time for every assessment"),
        "assessments.accommodation.ended": _("ended a learner’s accommodation"),
        "assessments.regrade.planned": _("planned to mark a question again"),
        "assessments.regrade.applied": _("marked a question again after a correction"),
        "assessments.regrade.reversed": _("took a correction back"),
        "assessments.regrade.discarded": _("set a planned correction aside"),
        "assessments.attempt.regraded": _("changed a result by a correction"),
        "assessments.incident.recorded": _("recorded an incident around an assessment"),
        "assessments.incident.remedied": _("gave the remedy of an incident to those it touched"),
        "assessments.irregularity.reported": _("reported an irregularity in an attempt"),
        "assessments.irregularity.decided": _("decided on a report of an irregularity"),
        "assessments.answer.marked": _("marked a written answer"),
        "assessments.answer.marked_second": _("marked a written answer as the second marker"),
        "assessments.answer.moderated": _("decided between two markings of a written answer"),
        "assessments.marking.withdrawn": _("withdrew a marking"),
        "assessments.rubric.written": _("wrote a version of a rubric"),
        "assessments.bank.loaded": _("loaded items from the curriculum"),
        "assessments.bank.imported": _("imported items from a file into a bank"),
        "assessments.bank.exported": _("took the items of a bank along as a file"),
        "assessments.picture.added": _("added a picture for items"),
        "assessments.item_version.written": _("wrote a version of an item"),
        "assessments.item_version.moved": _("moved a version of an item to another state"),
        "assessments.analysis.exported": _("took the analysis of an assessment along as a file"),
        "assessments.assessment.changed": _("changed the settings of an assessment"),
        "assessments.assessment.given_back": _(
            "gave the settings of an assessment back to the curriculum"
        ),
    }
)
register_exports(
    {
        "assessments.bank.exported": _("Questions of an item bank"),
        "assessments.analysis.exported": _("The analysis of an assessment"),
    }
)
