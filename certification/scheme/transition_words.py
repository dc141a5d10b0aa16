"""What a new version of a scheme changes for somebody, in sentences."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from training_site.content.sheets import Sheet
from training_site.content.templatetags.triad import duration

CHANGES = {
    "new": _lazy("%(title)s: asked for now, and not before. %(after)s missing."),
    "lost": _lazy("%(title)s: was met, and is not any more. %(after)s missing."),
    "more": _lazy("%(title)s: %(after)s missing instead of %(before)s."),
    "other": _lazy("%(title)s: counted in another way now. %(after)s missing."),
    "pathway": _lazy("The ways to have met everything are others now."),
    "met": _lazy("%(title)s: met now."),
    "less": _lazy("%(title)s: %(after)s missing instead of %(before)s."),
    "gone": _lazy("%(title)s: not asked for any more."),
}
BARE = {
    "new": _lazy("%(title)s: asked for now, and not before."),
    "lost": _lazy("%(title)s: was met, and is not any more."),
    "other": _lazy("%(title)s: counted in another way now."),
}


def change_sentence(change: Mapping) -> str:
    """One requirement that stands otherwise; yes-or-no requirements have no amount, nor has a share of
    nothing."""
    no_amount = change["unit"] == "yes_no" or not change["after"]
    template = (BARE if no_amount and change["kind"] in BARE else CHANGES)[change["kind"]]
    return str(template) % {
        "title": change["title"],
        "before": _amount(change["before"], change["unit"]),
        "after": _amount(change["after"], change["unit"]),
    }


def _amount(amount: int | None, unit: str) -> str:
    if amount is None:
        return ""
    return duration(amount) if unit == "minutes" else _("%(n)d") % {"n": amount}


def lines_sheet(transition, lines: Iterable) -> Sheet:
    """The table of a preview as a file: a line for each person."""
    headings = [
        _("Name"),
        _("Met before"),
        _("Met after"),
        _("Asked more"),
        _("Asked less"),
        _("Moved"),
    ]
    rows = [
        [
            line.intern.name,
            _yes(line.met_before),
            _yes(line.met_after),
            " ".join(map(change_sentence, line.worse)),
            " ".join(map(change_sentence, line.better)),
            _yes(line.moved_at is not None),
        ]
        for line in lines
    ]
    return Sheet(f"scheme-{transition.old.number}-to-{transition.new.number}", headings, rows)


def _yes(said: bool) -> str:
    return _("yes") if said else _("no")
