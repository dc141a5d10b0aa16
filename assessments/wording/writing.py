"""The sentences for writing items and settling assessments."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "too_few_items_in_band": _(
            "The bank holds {held} {band} questions for outcome {outcome}, {wanted} are needed. Nothing"
            " was started and no attempt is used; the training staff can put this right."
        ),
        "items_weigh_differently": _(
            "Questions for outcome {outcome} are worth different marks, so attempts would not weigh the"
            " same. Give them the same marks."
        ),
        "pass_out_of_reach": _("An attempt comes to {most} marks at most, not {pass_marks}."),
        "item_kind_unknown": _("“{kind}” is not a kind of item known here."),
        "item_text_missing": _("A text of this item is missing."),
        "item_needs_marks": _("An item is worth at least one mark, not {marks}."),
        "item_version_may_not_move": _("A version that is {old} does not become {new}."),
        "item_version_not_by_its_author": _(
            "Whoever wrote a version does not review it. Ask another instructor."
        ),
        "item_options_alike": _("Two entries of this item are the same."),
        "item_needs_right_and_wrong": _("An item needs at least one right and one wrong option."),
        "item_needs_one_key": _("This kind of item has exactly one right option, not {right}."),
        "item_needs_two_options": _("A true-or-false item has exactly two options."),
        "item_scoring_unknown": _(
            "Name how an item with several answers is scored; “{scoring}” is not a known rule."
        ),
        "item_outcome_unknown": _("{ref}: the outcome {outcome} is not known."),
        "item_outcome_changed": _(
            "{ref}: an item keeps its outcome. A question that tests something else gets a new id."
        ),
        "item_stem_missing": _("The question itself is missing."),
        "picture_too_large": _("The picture is larger than {most} KB. Nothing was added."),
        "picture_unusable": _(
            "This file is no PNG, JPEG, GIF or WebP picture, or it is broken. Nothing was added."
        ),
        "item_changed_meanwhile": _(
            "Somebody else wrote this item since you opened it. What you wrote stands below and is not"
            " saved yet; save again to put it in the place of theirs."
        ),
        "item_ref_taken": _("This bank has an item “{ref}” already. Choose another reference."),
        "review_close_never_comes": _(
            "Some fields open after the close, but there is no close: nobody will ever see them."
        ),
        "review_during_needs_immediate": _(
            "Feedback during the attempt is shown only where feedback is given after each question."
        ),
        "review_immediate_shows_nothing": _(
            "Feedback is given after each question, but no field opens during the attempt: checking a"
            " question shows nothing."
        ),
        "review_immediate_before_retake": _(
            "A checked question shows its feedback while attempts remain, and it may be asked again."
            " Use this for practice only."
        ),
        "blueprint_sum_differs": _(
            "The blueprint draws {drawn} questions, the assessment asks {draws}."
        ),
    }
)
