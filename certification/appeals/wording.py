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
            "You have handed in a new application since, and it is being looked at. Please write "
            "to the registrar if you want this appeal instead."
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
