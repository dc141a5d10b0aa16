"""What deciding may ask of certificates (see certification.decisions.questions)."""

from datetime import datetime

from certification.credentials.documents.pdf import check_name
from certification.decisions.rules.applying import LONGEST_NAME
from training_site.content.civil import civil_date
from training_site.content.typesetting import GlyphMissing, TooLong
from training_site.verdict import YES, Verdict, no


def may_print(name: str) -> Verdict:
    """Every character has a glyph, and the whole of it fits."""
    if not name:
        return no("name_empty")
    if len(name) > LONGEST_NAME:
        return no("name_does_not_fit")
    try:
        check_name(name)
    except GlyphMissing as missing:
        return no("name_has_no_glyph", characters=missing.characters)
    except TooLong:
        return no("name_does_not_fit")
    return YES


def holds_certificate(person, now: datetime) -> bool:
    from certification.credentials.models import Certificate

    return Certificate.objects.held_by(person, civil_date(now))
