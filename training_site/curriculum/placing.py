"""Putting pages into the tree, and following their files without overwriting an editor."""

from typing import Any

from wagtail.models import Page, Revision

from courses.models import CurriculumSource
from training_site.curriculum.report import Report


def place(
    parent: Page,
    model: type[Page],
    path: str,
    source_hash: str,
    fields: dict[str, Any],
    report: Report,
) -> Page | None:
    """The page of a file: created and published, followed, offered as a draft, or left as it is."""
    source = CurriculumSource.objects.filter(path=path).first()
    if source is None:
        page = _create(parent, model, fields)
        CurriculumSource.objects.create(
            path=path,
            page=page.page_ptr,
            source_hash=source_hash,
            loaded_revision=page.latest_revision,
        )
        report.added(path)
        return page
    if source.page_id is None:
        return None
    page = model.objects.get(pk=source.page_id)
    if source.source_hash != source_hash:
        _follow(page, source, fields, report)
        source.source_hash = source_hash
        source.save()
    return page


def untouched(page: Page, source: CurriculumSource) -> bool:
    """Nobody saved anything in the CMS since: what is live is the latest, and it is ours."""
    ours = {source.loaded_revision_id, source.offered_revision_id} - {None}
    return page.live_revision_id == page.latest_revision_id and page.latest_revision_id in ours


def _create(parent: Page, model: type[Page], fields: dict[str, Any]) -> Page:
    page = model(live=False, **fields)
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def _follow(page: Page, source: CurriculumSource, fields: dict[str, Any], report: Report) -> None:
    if untouched(page, source):
        source.loaded_revision = _revision(page, fields)
        source.loaded_revision.publish()
        report.changed(source.path)
    else:
        source.offered_revision = _revision(page.get_latest_revision_as_object(), fields)
        report.drafted(source.path)


def _revision(page: Page, fields: dict[str, Any]) -> Revision:
    for name, value in fields.items():
        setattr(page, name, value)
    return page.save_revision()
