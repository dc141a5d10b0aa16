"""Weights of other programs: shares of the marks, exact where a simple fraction was meant."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from django.utils.translation import gettext_lazy as _

from assessments.interchange.normal import option
from assessments.interchange.reading import Document, Found, Unreadable

_SMALLEST_PARTS = (3, 6, 7, 9, 11, 12)
_LONGEST = 20
_NEAR = Fraction(1, 2000)
SCORINGS = {
    "all_or_nothing": _("all or nothing"),
    "right_minus_wrong": _("by what is right less what is wrong"),
    "per_pair": _("for each pair"),
    "per_gap": _("for each gap"),
    "per_place": _("for each place"),
    "neighbours": _("for each pair of neighbours"),
}


def share_of(percent: str) -> Fraction:
    """33.33333 means a third: five decimals cannot say it, and everybody means it."""
    try:
        exact = Fraction(Decimal(percent.replace(",", ".")[:_LONGEST])) / 100
    except (InvalidOperation, ValueError, OverflowError):
        raise Unreadable("number_unreadable", said=percent[:40]) from None
    if (exact * 1000).denominator == 1:
        return exact
    for parts in _SMALLEST_PARTS:
        meant = Fraction(round(exact * parts), parts)
        if abs(meant - exact) < _NEAR:
            return meant
    return exact


def fraction_of(text: object) -> Fraction:
    """A share as an entry document holds it; one, where it is not readable."""
    try:
        return Fraction(str(text if text not in (None, "") else 1).replace(",", "."))
    except (ValueError, ZeroDivisionError):
        return Fraction(1)


def percent(share: Fraction) -> str:
    """With five decimals at most, as Moodle writes it."""
    return f"{Decimal(share.numerator) * 100 / Decimal(share.denominator):.5f}".rstrip("0").rstrip(
        "."
    )


def spoken(share: Fraction) -> str:
    """As an entry document holds it: "1", "0.75", "1/3"."""
    if (share * 10**5).denominator == 1:
        text = f"{Decimal(share.numerator) / Decimal(share.denominator):f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return f"{share.numerator}/{share.denominator}"


def choice(
    given: Sequence[tuple[bool, Fraction | None, str, str]],
    found: Found,
    single: bool | None = None,
) -> Document:
    """From (marked as right, share, text, feedback). One right answer where one earns everything."""
    shares = [share if share is not None else Fraction(right) for right, share, *_ in given]
    whole = [share >= 1 for share in shares]
    one = any(right for right, *_ in given) or any(whole) if single is None else single
    if one and whole.count(True) == 1:
        kind, right = "single", whole
    elif one and single is None and whole.count(True) > 1:
        kind, right = "multiple", whole
    else:
        kind, right = ("single" if one else "multiple"), [share > 0 for share in shares]
    options = [
        option(text, is_right, feedback)
        for (_right, _share, text, feedback), is_right in zip(given, right, strict=True)
    ]
    if kind == "single":
        _name_shares_that_are_lost(shares, options, found)
        return {"kind": kind, "options": options}
    return {"kind": kind, "options": options, "scoring": _scoring(shares, found)}


def _name_shares_that_are_lost(
    shares: Sequence[Fraction], options: Sequence[Document], found: Found
) -> None:
    for share, told in zip(shares, options, strict=True):
        if share not in (0, 1):
            kept = "1" if told["correct"] else "0"
            found.note("share_not_kept", text=told["text"], share=percent(share), kept=kept)


def _scoring(shares: Sequence[Fraction], found: Found) -> str:
    """The nearest rule. Where a wrong option costs nothing there, ticking everything would earn all."""
    right = {share for share in shares if share > 0}
    wrong = {-share for share in shares if share <= 0}
    count = sum(share > 0 for share in shares)
    scoring = "all_or_nothing" if wrong == {1} else "right_minus_wrong"
    if right != {Fraction(1, max(count, 1))} or (wrong and wrong != right):
        found.note("weights_not_kept", scoring=SCORINGS[scoring])
    return scoring


def accepted(given: Sequence[tuple[str, Fraction, str]], found: Found) -> Document:
    """The body of a short text. An answer that earns nothing stays for the sake of its feedback."""
    answers = []
    for text, share, feedback in given:
        kept = min(max(share, Fraction(0)), Fraction(1)).limit_denominator(1000)
        if kept != share:
            details = {"text": text, "share": percent(share), "kept": spoken(kept)}
            found.note("share_nearest", **details)
        answers.append({"text": text, "share": spoken(kept), "feedback": feedback})
    return {"accepted": answers, "case_sensitive": False}
