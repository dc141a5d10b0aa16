"""What the form of an attempt's page sends."""

import json

from assessments.models import Attempt, Response
from assessments.views.questions import field_name


def untouched(attempt: Attempt, positions=None) -> dict:
    """What it posts when nothing was answered since the page was made."""
    sheet = {}
    for item in attempt.items.select_related("response", "item_version"):
        if positions is not None and item.position not in positions:
            continue
        fields = item.item_version.behaviour.fields(item.response.answer)
        sheet[f"sequence-{item.position}"] = item.response.sequence
        sheet[f"was-{item.position}"] = json.dumps(fields)
        if item.checked_at is None:
            sheet |= {field_name(item.position, name): values for name, values in fields.items()}
    return sheet


def saved(attempt: Attempt) -> dict:
    responses = Response.objects.filter(attempt_item__attempt=attempt)
    return dict(responses.values_list("attempt_item__position", "answer"))
