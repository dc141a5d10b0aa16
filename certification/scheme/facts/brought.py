"""What an intern brings from another programme: attested by staff, and known here by sums."""

from collections import defaultdict

from certification.practice.models import OpeningBalance
from certification.practice.rules.categories import format_of


def case_id(label: str) -> str | None:
    """A case there is never one of the letters here."""
    return f"elsewhere-{label}" if label else None


def entries_brought(intern) -> list[dict]:
    """Each sum on its last day, as if signed; only limits over the whole time bear on it."""
    return [
        {
            "id": str(one.public_id),
            "category": one.category,
            "date": one.last_day.isoformat(),
            "minutes": one.minutes,
            "modality": one.modality,
            "format": format_of(one.category),
            "case": case_id(one.case_label),
            "submitted": one.last_day.isoformat(),
            "status": "signed",
            "signed": one.last_day.isoformat(),
            "attested": True,
        }
        for one in OpeningBalance.objects.of(intern).attested()
    ]


def cases_brought(intern) -> list[dict]:
    """One row for each case there; what it needed, people have seen."""
    labelled = defaultdict(list)
    for one in OpeningBalance.objects.of(intern).attested().exclude(case_label=""):
        labelled[one.case_label].append(one)
    return [_case(label, rows) for label, rows in sorted(labelled.items())]


def _case(label: str, rows: list[OpeningBalance]) -> dict:
    closure = next((row.closure for row in rows if row.closure), None)
    return {
        "id": case_id(label),
        "opened": min(row.first_day for row in rows).isoformat(),
        "closed": max(row.last_day for row in rows).isoformat() if closure else None,
        "closure": closure,
        "attested": True,
    }
