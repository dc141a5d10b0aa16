"""Numbers as people type them: decimal comma or point, groups of three, a unit behind. Exact.

A point is a decimal point, as elsewhere on this site. A single comma before exactly three digits is
left unread: 1,500 is a thousand and a half in one country, and one and a half in another.
"""

import re
import unicodedata
from fractions import Fraction

LONGEST = 100
"""Characters of a number: longer ones are a mistake, or malice against whoever reckons with them."""
MINUS = "−–"
APOSTROPHES = "’ʼ"
NUMBER_AND_REST = re.compile(
    r"([+-]? ?[0-9.,' ]*[0-9.,](?:[eE][+-]?[0-9]{1,2}(?![0-9]))?)(.*)", re.S
)
PLAIN = re.compile(r"([0-9]*)[.,]?([0-9]*)")
GROUPED = re.compile(r"([1-9][0-9]{0,2}(?:([ '.,])[0-9]{3})(?:\2[0-9]{3})*)(?:(?!\2)[.,]([0-9]*))?")
TWO_READINGS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
RATIO = re.compile(r"([0-9]{1,9}) ?/ ?([0-9]{1,9})")


def apart(text: str) -> tuple[str, str]:
    """The number and the unit typed behind it; ("", all of it) where it does not begin with one."""
    found = NUMBER_AND_REST.fullmatch("".join(map(_plain, text)).strip())
    return (found[1], found[2].strip()) if found else ("", text.strip())


def read_number(text: str) -> Fraction | None:
    """The number, exactly; None where it is none, or could be two."""
    number, rest = apart(text) if len(text) <= LONGEST else ("", "")
    if not number or rest or is_ambiguous(number):
        return None
    sign = -1 if number[0] == "-" else 1
    digits, exponent = _digits(number)
    value = _grouped(digits) if not TWO_READINGS.fullmatch(digits) else None
    value = _plainly(digits) if value is None else value
    return None if value is None else sign * value * Fraction(10) ** int(exponent or 0)


def is_ambiguous(number: str) -> bool:
    return has_two_readings(number) and "," in number


def has_two_readings(number: str) -> bool:
    """Whether somebody else could take its comma or point for one between thousands."""
    return bool(TWO_READINGS.fullmatch(_digits(number)[0]))


def read_exactly(text: str) -> Fraction | None:
    """What an author wrote: a number, or a ratio such as 1/3."""
    if ratio := RATIO.fullmatch(text.strip()):
        return Fraction(int(ratio[1]), int(ratio[2])) if int(ratio[2]) else None
    return read_number(text)


def figures(number: Fraction) -> str:
    """For readers: exact where decimals can say it, a ratio where they cannot."""
    rest = number.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    if rest != 1:
        return f"{number.numerator}/{number.denominator}"
    places = 0
    while (number * 10**places).denominator != 1:
        places += 1
    whole = str(abs(number) * 10**places).rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    return sign + (f"{whole[:-places]}.{whole[-places:]}" if places else whole)


def same_unit(text: str) -> str:
    """A unit as it is compared: µ is µ whichever key wrote it, and spaces do not count."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _digits(number: str) -> tuple[str, str]:
    """The number without its sign, and its exponent."""
    digits, _e, exponent = number.lstrip("+-").strip().lower().partition("e")
    return digits, exponent


def _plain(character: str) -> str:
    """Every script's digits as 0 to 9, every space as a space, every minus as a hyphen."""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character.isspace():
        return " "
    if character in MINUS:
        return "-"
    return "'" if character in APOSTROPHES else character


def _grouped(digits: str) -> Fraction | None:
    found = GROUPED.fullmatch(digits)
    if not found:
        return None
    whole = found[1].replace(found[2], "")
    return _value(whole, found[3] or "")


def _plainly(digits: str) -> Fraction | None:
    found = PLAIN.fullmatch(digits)
    return _value(found[1], found[2]) if found and (found[1] or found[2]) else None


def _value(whole: str, decimals: str) -> Fraction:
    return Fraction(int(whole + decimals), 10 ** len(decimals))
