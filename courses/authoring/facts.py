"""What the checks look at, read from a page as it stands in the editor."""

import re
from collections import Counter
from collections.abc import Iterator

from wagtail.models import Page

from assessments.models import ItemVersion
from courses.authoring.rules.checks import (
    CourseFacts,
    Finding,
    LessonFacts,
    check_course,
    check_lesson,
)
from courses.media.questions import files_for, named_files
from courses.models import CoursePage, LessonPage, ModulePage
from courses.shortcodes import cited_keys, in_plain_words

TAGS = re.compile(r"<[^>]+>")
NO_WORDS = {
    "id",
    "type",
    "image",
    "source",
    "term",
    "name",
}  # what names something, and says nothing


def findings_of(page: Page) -> list[Finding]:
    """Everything found in a page, errors first; a module is looked at as part of its course."""
    if isinstance(page, LessonPage):
        return check_lesson(lesson_facts(page))
    if isinstance(page, CoursePage):
        return check_course(course_facts(page))
    if isinstance(page, ModulePage) and page.get_parent():
        return check_course(course_facts(page.get_parent().specific))
    return []


def lesson_facts(page: LessonPage) -> LessonFacts:
    raw = [block for block in page.body.get_prep_value() if block["value"]]
    notes = [(page.content_note, page.alternative)]
    for value in _values(raw, "content_note"):
        notes.append((value.get("note", ""), value.get("alternative", "")))
    above = page.get_parent() if page.path else None
    return LessonFacts(
        has_outcome=page.outcome_id is not None,
        minutes=page.minutes or 0,
        words=sum(len(text.split()) for text in _texts(raw)),
        notes=notes,
        images_without_text=sum(map(_lacks_text, _values(raw, "figure"))),
        files_missing=len(named_files(raw)) - len(files_for(page)) if page.path else 0,
        unresolved=page.unknown_references(),
        checks_without_right_answer=sum(map(_lacks_answer, _values(raw, "check"))),
        reflections=len(list(_values(raw, "reflection"))),
        cited=len(cited_keys(raw)),
        module_is_live=above is None or above.live,
    )


def course_facts(page: CoursePage) -> CourseFacts:
    modules = list(ModulePage.objects.child_of(page).order_by("path"))
    live = [module.path for module in modules if module.live]
    lessons = list(LessonPage.objects.live().descendant_of(page).select_related("outcome"))
    shown = [one for one in lessons if one.path[: -one.steplen] in live]
    numbers = Counter(one.number for one in shown)
    return CourseFacts(
        live_lessons=len(shown),
        hidden_lessons=[one.number for one in lessons if one not in shown],
        empty_modules=[
            module.title
            for module in modules
            if module.live and not any(one.path.startswith(module.path) for one in shown)
        ],
        taught=frozenset(one.outcome.code for one in shown),
        twice=sorted(number for number, times in numbers.items() if times > 1),
        **_assessment(page),
    )


def _assessment(page: CoursePage) -> dict:
    if page.assessment is None:
        return {"has_assessment": False}
    pool = ItemVersion.objects.drawable(page.assessment.bank_id).pool()
    return {
        "draws": page.assessment.draws,
        "asked": page.assessment.draws_by_outcome(),
        "bank": {outcome: len(items) for outcome, items in pool.items()},
    }


def _values(raw: list[dict], kind: str) -> Iterator[dict]:
    return (block["value"] for block in raw if block["type"] == kind)


def _lacks_text(figure: dict) -> bool:
    image = figure.get("image") or {}
    if not isinstance(image, dict):
        return True
    return not image.get("decorative") and not (image.get("alt_text") or "").strip()


def _lacks_answer(check: dict) -> bool:
    options = (option.get("value", option) for option in check.get("options", []))
    return not any(option.get("correct") for option in options)


def _texts(raw) -> Iterator[str]:
    """The words of all blocks, without markup and shortcodes."""
    if isinstance(raw, str):
        yield in_plain_words(TAGS.sub(" ", raw))
    elif isinstance(raw, dict):
        for name, value in raw.items():
            if name not in NO_WORDS:
                yield from _texts(value)
    elif isinstance(raw, list):
        for value in raw:
            yield from _texts(value)
