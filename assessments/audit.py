"""The verbs of this app, each with the sentence that follows the actor's name.

Saving an answer is no event: the answers stand in the attempt, and the submission is recorded.
"""

from django.utils.translation import gettext_lazy as _

from training_site import audit

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
        "assessments.bank.loaded": _("loaded items from the curriculum"),
        "assessments.item_version.written": _("wrote a version of an item"),
        "assessments.item_version.moved": _("moved a version of an item to another state"),
        "assessments.assessment.changed": _("changed the settings of an assessment"),
    }
)
