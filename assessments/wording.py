"""The sentences for this app's refusals."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "item_version_may_not_move": _("A version that is {old} does not become {new}."),
        "item_options_alike": _("Two options of this item are the same."),
        "item_needs_right_and_wrong": _("An item needs at least one right and one wrong option."),
        "item_needs_one_key": _("This kind of item has exactly one right option, not {right}."),
        "item_needs_two_options": _("A true-or-false item has exactly two options."),
        "item_scoring_unknown": _(
            "Name how an item with several answers is scored; “{scoring}” is not a known rule."
        ),
    }
)
