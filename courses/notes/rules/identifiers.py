"""What in a text could tell who a client is. A hint to its writer; nothing is refused for it."""

import re

MAIL = re.compile(r"[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63})+")
PHONE = re.compile(r"(?<![\w.])(?:\+|00?|\(0)[1-9][0-9]*(?:[ ()/.-]{1,2}[0-9]+){1,6}(?!\w)")
DIGITS = re.compile(r"[0-9]")
MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
YEAR = r"(?:19|20)[0-9]{2}"
BIRTH = re.compile(
    r"\b(?:0?[1-9]|[12][0-9]|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:19|20)?[0-9]{2}\b"
    rf"|\b{YEAR}-[0-9]{{2}}-[0-9]{{2}}\b"
    rf"|\b[0-9]{{1,2}}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?:{MONTH})[a-z]*\.?,?\s+{YEAR}\b"
    rf"|\b(?:{MONTH})[a-z]*\.?\s+[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s+{YEAR}\b"
    rf"|\bborn\s+(?:on|in)\b.{{0,20}}[0-9]",
    re.IGNORECASE,
)
FEWEST_DIGITS = 8  # of a telephone number; shorter ones are more often something else


def identifiers_in(text: str) -> tuple[str, ...]:
    """The kinds a text seems to hold: `mail`, `phone`, `birth`."""
    found = {
        "mail": MAIL.search(text),
        "phone": any(len(DIGITS.findall(one[0])) >= FEWEST_DIGITS for one in PHONE.finditer(text)),
        "birth": BIRTH.search(text),
    }
    return tuple(kind for kind, sign in found.items() if sign)
