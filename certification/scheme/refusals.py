"""The sentences for the refusals of scheme actions (the engine's own are in wording.py)."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "scheme_version_fixed": _(
            "Version {number} is out of draft and stays as it is. Give the change a new number."
        ),
        "evaluation_form_fixed": _(
            "Somebody has begun to write by {code}, version {version}, so it stays as it is. "
            "Give the change a new version."
        ),
        "scheme_past_that": _("This version is already past that step."),
        "scheme_not_approved": _("This version has to be approved first."),
        "scheme_not_own_approval": _(
            "You wrote part of this version. Somebody else has to approve it."
        ),
        "scheme_unreachable": _(
            "Not everything that it asks for can be reached here; the list below says what."
        ),
        "scheme_number_taken": _("There is a version {number} already. Choose another number."),
        "scheme_needs_transition": _(
            "People are held to an earlier version, so this one is published by a transition."
        ),
        "transition_from_elsewhere": _(
            "A transition leads from the version in force to another one of the same scheme."
        ),
        "transition_prepared_already": _("A transition to this version is prepared already."),
        "transition_published": _("This transition is published already."),
        "transition_not_own": _("You prepared this. Somebody else has to publish it."),
        "transition_not_previewed": _(
            "The preview does not know everybody who is held to the old version. Run it again."
        ),
        "transition_preview_old": _(
            "The preview is more than {days} days old. Run it again before publishing."
        ),
        "credit_not_own": _("Somebody else has to decide on what concerns you."),
        "credit_unknown_requirement": _("The scheme of this person has no such requirement."),
        "credit_not_of_minutes": _(
            "This requirement counts no minutes, so none can be recognised; it can be waived."
        ),
        "credit_needs_minutes": _("How many minutes are recognised?"),
        "waiver_without_minutes": _("A waiver has no minutes: it asks for nothing any more."),
        "credit_answered": _("This has been answered already."),
        "credit_needs_another": _("You proposed this. Somebody else has to approve it."),
        "credit_not_in_force": _("This does not stand, so it can't be taken back."),
    }
)
