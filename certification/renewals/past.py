"""Terms that came one after another. Nothing of an earlier one is taken away by a later one."""

from collections.abc import Iterable

from certification.credentials.models import Certificate
from certification.renewals.models import CEActivity, Renewal
from certification.renewals.models.education import CEState


def terms_of_person(
    certificates: Iterable[Certificate],
    renewals: Iterable[Renewal],
    activities: Iterable[CEActivity],
) -> list[dict]:
    """The newest first. Of several certificates of one term (a corrected name), the newest."""
    terms: dict[tuple, dict] = {}
    for one in sorted(certificates, key=lambda one: one.allocated_at, reverse=True):
        key = (one.valid_from, one.valid_until)
        terms.setdefault(key, {"first": key[0], "last": key[1], "certificate": one, "renewals": []})
    for one in renewals:
        if row := terms.get((one.term_first, one.term_last)):
            row["renewals"].append(one)
    ordered = [terms[key] for key in sorted(terms, reverse=True)]
    _share_out(ordered, activities)
    return ordered


def _share_out(terms: list[dict], activities: Iterable[CEActivity]) -> None:
    """Each activity stands under the newest term that had begun on its day; later ones had not."""
    for term in terms:
        term["activities"] = []
    for one in activities:
        if one.state == CEState.TAKEN_BACK:
            continue
        term = next((row for row in terms if row["first"] <= one.date), None)
        if term is not None:
            term["activities"].append(one)
