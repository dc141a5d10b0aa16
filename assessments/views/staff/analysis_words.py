"""The words of item analysis: what is odd about an item, and how far a number of sittings carries."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.models import ItemStatistic
from assessments.rules.statistics import distractors, remarks, samples
from assessments.rules.statistics.remarks import remarks as remarks_on

REMARKS = {
    samples.TOO_FEW: gettext_lazy("too few sittings to judge"),
    remarks.AGAINST: gettext_lazy("strong candidates miss it more than weak ones"),
    remarks.WEAK: gettext_lazy("hardly tells strong from weak"),
    remarks.ALIKE: gettext_lazy("everybody did alike, so it tells nobody apart"),
    remarks.EASY: gettext_lazy("nearly everybody earned it"),
    remarks.HARD: gettext_lazy("fewer earned it than chance would let"),
    distractors.KEY_WEAKER: gettext_lazy("a wrong option draws the strong more than the key does"),
    distractors.STRONG_CHOOSE_IT: gettext_lazy("a wrong option draws the strong"),
    distractors.NEVER_CHOSEN: gettext_lazy("an option that nobody chose"),
}
OF_OPTION = {
    distractors.KEY_WEAKER: gettext_lazy("draws the strong less than a wrong option: is it right?"),
    distractors.STRONG_CHOOSE_IT: gettext_lazy("draws the strong more than the weak"),
    distractors.NEVER_CHOSEN: gettext_lazy("nobody chose it"),
}
WARNINGS = {
    samples.TOO_FEW: gettext_lazy(
        "Fewer than 30 sittings: enough to find a misprint, too few to judge a question by."
    ),
    samples.WITH_CARE: gettext_lazy(
        "Fewer than 100 sittings: read these figures with care, they still move."
    ),
    samples.ENOUGH: "",
}
GRAVE = {remarks.AGAINST, distractors.KEY_WEAKER}


def names_of(statistic: ItemStatistic) -> tuple[str, ...]:
    flags = [flag for one in statistic.document.get("options", ()) for flag in one["flags"]]
    return remarks_on(statistic.sittings, statistic.facility, statistic.item_rest, flags)


def in_words(names: Iterable[str]) -> list[str]:
    """A list that leaves out what another remark on it says already."""
    names = list(names)
    if distractors.KEY_WEAKER in names and distractors.STRONG_CHOOSE_IT in names:
        names.remove(distractors.STRONG_CHOOSE_IT)
    return [str(REMARKS[name]) for name in names]


def sentence_of(names: Iterable[str]) -> str:
    words = in_words(names)
    return _("; ").join(words)
