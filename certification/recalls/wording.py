"""The sentences of recalls."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "recall_of_oneself": _("This is about you. Other people look at it."),
        "recall_touches_you_too": _(
            "Your own hours are among those it concerns. Somebody else has to do this."
        ),
        "recall_begins_later": _(
            "This day lies ahead. What ends from a day to come is withdrawn at the practice desk."
        ),
        "recall_takes_nothing": _(
            "In these days no licence or certification was held to cover this role, so no hours "
            "counted by it."
        ),
        "recall_proposed_already": _(
            "This is proposed already, for the same person and role, and waits to be confirmed."
        ),
        "recall_settled": _("This has been confirmed or taken back. Nothing about it can change."),
        "recall_by_another": _("You proposed this. Somebody else confirms it."),
        "recall_list_changed": _(
            "Hours were signed or corrected since this page was opened. Look at the list again; "
            "nothing was changed."
        ),
        "recall_item_decided": _("This is decided. It stays as it is."),
        "recall_outcome_not_open": _(
            "This can't be decided here as things stand now. Look at the page again."
        ),
        "recall_outcome_needs_decider": _(
            "A certification was granted on this record, so a decision-maker decides."
        ),
        "recall_made_up_later": _("Give a day to make the hours up by, tomorrow at the earliest."),
    }
)
