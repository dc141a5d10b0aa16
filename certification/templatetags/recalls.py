"""For pages of lower layers on which a recall shows: the dossier, one's own pages."""

from django import template

from certification.recalls.telling import (
    TONES,
    missing_of,
    next_step,
    open_for,
    recalls_in,
    word_of,
)

register = template.Library()
register.filter("recall_word", word_of)
register.filter("recall_next", next_step)


@register.inclusion_tag("staff/certification/recall_knots.html")
def recall_knots(application, outside: bool):
    """What was found about signatures in this record, and what was decided of it."""
    rows = [(item, missing_of(item), TONES[item.outcome]) for item in recalls_in(application)]
    return {"rows": rows, "outside": outside}


@register.inclusion_tag("certification/recalls/notice.html")
def own_recalls(person):
    return {"items": open_for(person)}
