"""The verdicts that the editor, the workflow and every way of publishing ask for."""

from wagtail.models import Page, PagePermissionTester, Revision, TaskState

from courses.authoring.authorship import (
    approvers_of,
    authors_of,
    has_written,
    is_what_is_live,
)
from courses.authoring.facts import findings_of
from courses.authoring.rules.checks import without_errors
from courses.authoring.rules.peers import may_approve, may_go_live, may_move, may_publish
from courses.studied import is_studied
from training_site.accounts.models import User
from training_site.verdict import YES, Verdict


def publishing(page: Page, user, revision: Revision | None = None) -> Verdict:
    """Whether this person may publish this state of the page (the latest, unless another is named)."""
    revision = revision or page.get_latest_revision()
    if revision is None or is_what_is_live(page, revision):
        return YES
    verdict = may_publish(
        user.pk, authors=authors_of(page, revision), approvers=approvers_of(page, revision)
    )
    return verdict and sound(revision.as_object())


def sound(page: Page) -> Verdict:
    """Whether the checks found no error in the page as it stands."""
    return without_errors(findings_of(page))


def going_live(page: Page, revision: Revision) -> Verdict:
    """The wall under every way, known or not, by which a state becomes public."""
    if is_what_is_live(page, revision):
        return YES
    return may_go_live(authors=authors_of(page, revision), approvers=approvers_of(page, revision))


def approving(page: Page, user) -> Verdict:
    latest = page.get_latest_revision()
    return may_approve(user.pk, authors=authors_of(page, latest)) if latest else YES


def may_take(task, page: Page, user) -> bool:
    """Whether this step of the review is one this person can take."""
    return permitted(task, page, user) and not has_written(page, user)


def permitted(task, page: Page, user) -> bool:
    """The permission on the page alone; being a superuser gives it, and no more than it."""
    tester = PagePermissionTester(user, page)
    return tester.can_publish() if task.step == task.Step.PUBLISH else tester.can_edit()


def who_can(page: Page) -> list[User]:
    """Everybody who may publish this page and did not write it, by name, for a refusal to tell."""
    from wagtail.permissions import page_permission_policy

    people = page_permission_policy.users_with_permission_for_instance(
        "publish", page, include_superusers=False
    )
    latest = page.get_latest_revision()
    wrote = authors_of(page, latest) if latest else ()
    return list(people.exclude(pk__in=wrote).order_by("name"))


def moving(page: Page, destination: Page) -> Verdict:
    """Programmes hang below the front page, at depth three of the tree."""
    below = 3 * Page.steplen
    return may_move(
        live=page.live or page.get_descendants().live().exists(),
        studied=is_studied(page),
        other_programme=page.path[:below] != destination.path[:below],
    )


def to_review(user) -> int:
    """How many pages wait for a step that this person can take."""
    return TaskState.objects.reviewable_by(user).count()
