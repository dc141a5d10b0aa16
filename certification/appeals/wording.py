"""The sentences of appeals."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "own_appeal_only": _("Only the person whom it concerns can appeal."),
        "already_appealed": _("You have appealed this. There is one appeal against each decision."),
        "nothing_to_appeal": _("There is nothing here that can be appealed now."),
        "appeal_too_late": _("The last day to appeal has passed. Please write to the registrar."),
        "applied_again": _(
            "You have handed in something new since, and it is being looked at. Please write to "
            "the registrar if you want this appeal instead."
        ),
        "own_appeal": _("This is your own appeal. Other people answer it."),
        "took_part_in_it": _("You took part in what is appealed, so somebody else answers."),
        "appeal_answered": _("This appeal is answered. The answer stays as it is."),
        "does_not_follow": _("What follows does not fit this outcome."),
    }
)

REASON_SENTENCES = {
    "evidence_overlooked": _("Something on record was overlooked"),
    "scheme_misread": _("The scheme was not applied as it is written"),
    "procedure_not_followed": _("The procedure was not followed"),
    "decision_follows_the_scheme": _("What was decided follows from the scheme"),
    "procedure_followed": _("The procedure was followed"),
    "nothing_overlooked": _("Nothing on record was overlooked"),
}

TITLES = {
    "decision": _("Appeal the decision"),
    "certificate": _("Appeal what was decided"),
    "renewal": _("Appeal the refusal to renew"),
    "finding": _("Appeal what the committee found"),
}
WHO_ANSWERS = {
    "decision": _(
        "A decision-maker who neither reviewed nor decided, and who did not teach or supervise "
        "you. If nobody of the association is free to do it, somebody is invited from outside."
    ),
    "certificate": _(
        "A decision-maker who had no part in what was done to your certificate, nor in a complaint "
        "behind it, and who did not teach or supervise you."
    ),
    "renewal": _(
        "A decision-maker who neither checked nor decided your renewal, and who did not teach or "
        "supervise you."
    ),
    "finding": _(
        "A decision-maker who did not open the complaint, sat on no committee of it and imposed "
        "no measure, and who did not teach or supervise you. Nobody else reads it."
    ),
}
MEANWHILE = {
    "decision": _("Your application waits as appealed. Nothing else about it changes."),
    "certificate": _("Your certificate shows as it does today until the answer is there."),
    "renewal": _(
        "Your certificate runs by its dates; an appeal neither shortens nor lengthens them."
    ),
    "finding": _("What the committee decided holds until the answer is there."),
}
