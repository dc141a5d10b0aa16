"""What a browser would send from Wagtail's editor."""

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from courses.models import LessonPage

PARAGRAPH = "6f1c7a52-0000-4000-8000-000000000001"


def lesson_form(lesson: LessonPage, *, text: str = "A lesson.", **changes) -> dict:
    """The form of a lesson as it stands in its latest revision, with these changes."""
    page = LessonPage.objects.get(pk=lesson.pk).get_latest_revision_as_object()
    names = "title slug number minutes content_area summary content_note alternative".split()
    fields = {name: getattr(page, name) for name in [*names, "for_clinical_review"]}
    fields["outcome"] = page.outcome_id
    fields["body"] = streamfield([("prose", rich_text(f"<p>{text}</p>"))])
    fields["comments"] = inline_formset([])
    return nested_form_data(fields | changes) | {"body-0-id": PARAGRAPH}


def module_form(page, **changes) -> dict:
    fields = {"title": page.title, "slug": page.slug, "number": page.number}
    return nested_form_data({**fields, **changes, "comments": inline_formset([])})


def edit(page):
    return f"/admin/pages/{page.pk}/edit/"


def title_of(page):
    return type(page).objects.get(pk=page.pk).title
