"""What the figures of a scheme are called where staff change them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "title": _("Title"),
    "source": _("Source"),
    "minutes": _("Minutes"),
    "days": _("Days"),
    "months": _("Months"),
    "share": _("Share, as a fraction"),
    "factor": _("Factor, as a fraction"),
    "at_least": _("At least"),
    "most": _("At most"),
    "count": _("Number"),
    "credit_max": _("Minutes that may be recognised as equivalent, at most"),
    "max_age_months": _("Months for which a signature holds"),
    "within_months": _("Within months"),
    "min_minutes": _("Minutes that make a session"),
    "except_minutes": _("Minutes that may be counted twice"),
    "opens_months": _("Months before the end in which renewal is open"),
    "grace_days": _("Days of grace"),
    "late_months": _("Months after the end in which it is still possible"),
    "reassess_after_months": _("Months after the end in which renewal is still possible"),
    "peer_reviews": _("Peer reviews in the term"),
    "carry_over": _("Minutes carried over, at most"),
    "meetings": _("Meetings of three"),
    "result": _("Result, at least"),
    "base": _("Units that every period needs"),
    "every": _("Minutes that need one unit more"),
    "free": _("Minutes that need no further unit"),
    "from": _("Minutes of these"),
    "to": _("are worth"),
    "reviews": _("Reviews before a decision"),
    "appeal_days": _("Days to appeal"),
    "valid_years": _("Years a certificate is valid"),
}


def parameter_words(key: str) -> str:
    """A figure without a name of its own goes by the one it is written under."""
    return str(WORDS.get(key, key.replace("_", " ").capitalize()))
