"""The sentences of the kinds: remarks on an answer, and what its author must still do."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        # Remarks: the answer is saved as it stands.
        "answer_incomplete": _("Saved. {done} of {of} are answered here."),
        "place_taken_twice": _(
            "Saved. More than one stands at place {place}; each needs a place of its own."
        ),
        "number_unreadable": _(
            "Saved as typed, but “{typed}” cannot be read as a number. Write figures only, such as 12.5."
        ),
        "number_ambiguous": _(
            "Saved as typed, but “{typed}” could be two numbers. Write a thousand without a comma, or use"
            " a point for decimals."
        ),
        "number_read_as": _(
            "Saved. “{typed}” is read as {value}. If you mean thousands, write them without a point."
        ),
        "unit_missing": _("Saved. A unit belongs to this answer; add it."),
        "unit_unknown": _("Saved as typed, but “{unit}” is not a unit of this question."),
        "units_contradict": _(
            "Saved as typed, but “{typed}” and the unit beside it, “{unit}”, contradict each other."
        ),
        "fewer_words_than_asked": _(
            "Saved. You wrote {words} words; at least {least} are asked for."
        ),
        "more_words_than_asked": _("Saved. You wrote {words} words; at most {most} are asked for."),
        # What keeps an item from being published.
        "item_needs_elements": _("This item needs at least {needed} entries here, not {held}."),
        "item_gaps_differ": _(
            "Each gap stands in the text once and has one list of options. Look at: {names}."
        ),
        "item_name_unusable": _(
            "“{name}” cannot be a name here. Use up to 30 letters, digits and underscores."
        ),
        "item_number_unreadable": _(
            "“{number}” cannot be used as a number here. Write it like 12.5, without commas."
        ),
        "item_unit_missing": _("Name the unit of the value before other units or asking for one."),
        "item_share_unreadable": _(
            "“{share}” is not a share. Write a number from 0 to 1, such as 0.5."
        ),
        "item_needs_full_share": _("At least one accepted text must earn the whole."),
        "item_accepts_anything": _("A star alone would accept anything that is written."),
        "item_text_out_of_reach": _(
            "“{text}” is never reached, as “{before}” stands before it and matches the same."
        ),
        "item_words_unusable": _("At least {least} and at most {most} words cannot both be kept."),
        "item_part_kind_unknown": _(
            "Part “{part}”: “{kind}” is not a kind that a part of a case can have."
        ),
    }
)
