"""A bank's questions as a file for another program. The file holds the keys, so who took it is recorded."""

from datetime import datetime

from django.db import transaction

from assessments.documents import entry_of
from assessments.interchange import Problem, Written, write
from assessments.interchange.normal import texts_of
from assessments.interchange.reading import SKIPPED
from assessments.interchange.text import pictures_in
from assessments.models import ItemBank, ItemVersion, Picture
from assessments.rules.items import State
from training_site import audit


@transaction.atomic
def export_items(
    bank: ItemBank, format: str, *, by, now: datetime, drafts: bool = False
) -> Written:
    """Each item in its live wording, or with `drafts` in its newest. Raises FileRefused.

    The problems name what the format did not carry, question by question.
    """
    versions, missing = _versions(bank, drafts)
    documents = [entry_of(version) for version in versions]
    named = {name for text in texts_of(documents) for name in pictures_in(text)}
    held = Picture.objects.filter(digest__in=named).values_list("digest", "content")
    written = write(documents, format, {digest: bytes(content) for digest, content in held})
    values = {"format": format, "items": len(documents)}
    audit.record("assessments.bank.exported", actor=by, target=bank, at=now, values=values)
    return Written(written.data, missing + written.problems)


def _versions(bank: ItemBank, drafts: bool) -> tuple[list[ItemVersion], list[Problem]]:
    chosen, missing = [], []
    items = bank.items.select_related("outcome").prefetch_related("versions").order_by("ref")
    for item in items:
        live = [version for version in item.versions.all() if version.state == State.LIVE]
        version = item.newest if drafts else next(iter(live), None)
        if version is None:
            missing.append(Problem(None, item.ref, "no_live_version", SKIPPED))
        else:
            version.item = item
            chosen.append(version)
    return chosen, missing
