"""Sources, terms, outcomes and policies: rows without revisions, kept in step with their files."""

import hashlib
import json
from typing import Any

from django.db import models

from courses.models import CurriculumSource
from training_site.content.models import PolicyVersion
from training_site.curriculum.report import Report


def field_hash(values: dict[str, Any]) -> str:
    text = json.dumps(values, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def keep_in_step(
    model: type[models.Model], key: str, prefix: str, entries: list[dict], report: Report
):
    """Create what is new, follow what changed in the file, leave what was edited in the CMS."""
    known = CurriculumSource.objects.filter(path__startswith=f"{prefix}#").in_bulk(
        field_name="path"
    )
    rows = model.objects.in_bulk(field_name=key)
    for values in entries:
        path = f"{prefix}#{values[key]}"
        row, seen = rows.get(values[key]), known.get(path)
        fresh = field_hash(values)
        if seen and seen.source_hash == fresh:
            continue
        if row is None:
            model.objects.create(**values)
            report.added(path)
        elif _same(row, values):
            pass
        elif seen and field_hash({name: getattr(row, name) for name in values}) == seen.source_hash:
            model.objects.filter(pk=row.pk).update(**values)
            report.changed(path)
        else:
            report.left(path)
        CurriculumSource.objects.update_or_create(path=path, defaults={"source_hash": fresh})


def _same(row: models.Model, values: dict) -> bool:
    return all(getattr(row, name) == value for name, value in values.items())


def load_policy(values: dict[str, Any], report: Report) -> None:
    """A version of a policy is created once. People signed it, so a changed file is only reported."""
    row = PolicyVersion.objects.filter(policy=values["policy"], number=values["number"]).first()
    path = f"policies/{values['policy']}/{values['number']}"
    if row is None:
        PolicyVersion.objects.create(**values)
        report.added(path)
    elif (row.title, row.body) != (values["title"], values["body"]):
        report.refused(path)
