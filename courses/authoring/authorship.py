"""Who wrote what stands in a page now, and who has approved it, since it was last published."""

from datetime import datetime

from wagtail.models import Page, Revision

from courses.authoring.fingerprints import fingerprint
from courses.authoring.rules.peers import Saved, authors
from courses.models import Approval


def content_of(revision: Revision) -> str:
    return fingerprint(revision.content_type.model_class(), revision.content)


def authors_of(page: Page, revision: Revision) -> frozenset[int]:
    """The ids of everybody who had a hand in this revision since the last published one."""
    content, published = content_of(revision), _published_revision(page)
    states = page.revisions.select_related("content_type").order_by("pk")
    if published and published.pk >= revision.pk:
        # Nothing was written since: what goes back to the public is the work of who first wrote it.
        found = _saved(states.filter(pk__lte=revision.pk))
        return frozenset([one.by for one in found if one.content == content][:1]) - {None}
    states = states.filter(pk__lte=revision.pk)
    if published is None:
        return authors(_saved(states), content)
    since = _saved(states.filter(pk__gt=published.pk))
    return authors(since, content, before=content_of(published))


def approvers_of(page: Page, revision: Revision) -> frozenset[int]:
    """The ids of everybody who approved exactly these words since the page was last published."""
    given = Approval.objects.filter(page=page.pk, content_hash=content_of(revision))
    since = _last_published_at(page)
    if since:
        given = given.filter(at__gt=since)
    return frozenset(given.values_list("by", flat=True))


def has_written(page: Page, user) -> bool:
    """Whether this person is an author of the page's latest state."""
    latest = page.get_latest_revision()
    return bool(latest) and user.pk in authors_of(page, latest)


def is_what_is_live(page: Page, revision: Revision) -> bool:
    """Whether these words are the published ones already, so that publishing them changes nothing."""
    stands = Page.objects.filter(pk=page.pk).select_related("live_revision").first()
    if stands is None or not stands.live or stands.live_revision is None:
        return False
    return content_of(stands.live_revision) == content_of(revision)


def _saved(states) -> list[Saved]:
    return [Saved(content_of(one), one.user_id) for one in states]


def _published_revision(page: Page) -> Revision | None:
    """The one that is live; of an archived page, the last one published under an approval."""
    stands = Page.objects.filter(pk=page.pk, live=True).select_related("live_revision").first()
    if stands and stands.live_revision:
        return stands.live_revision
    used = Approval.objects.filter(page=page.pk).exclude(published_at=None).exclude(revision=None)
    last = used.select_related("revision").order_by("published_at").last()
    return last and last.revision


def _last_published_at(page: Page) -> datetime | None:
    return Page.objects.filter(pk=page.pk).values_list("last_published_at", flat=True).first()
