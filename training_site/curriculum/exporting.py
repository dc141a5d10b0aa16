"""The curriculum as it stands in the CMS, written as files that `load_curriculum` reads again.

Live pages only: a draft belongs to its author. What no file can hold is named in the report, never
dropped in silence.
"""

from pathlib import Path
from typing import Any

from django.forms.models import model_to_dict

from assessments.documents import document_of, settings_of
from courses.models import CoursePage, LessonPage, ModulePage, ProgrammePage
from training_site.content.models import Citation, GlossaryTerm
from training_site.curriculum.pictures import taken_along
from training_site.curriculum.report import Report
from training_site.curriculum.writing import lesson_text, to_yaml

SOURCE_FIELDS = [field.name for field in Citation._meta.fields if field.name != "id"]


def export_curriculum(programme: ProgrammePage, folder: Path, report: Report) -> None:
    """Every live course of a programme, with its sources, terms and items, into a folder."""
    courses = list(CoursePage.objects.live().child_of(programme).order_by("path"))
    for course in courses:
        export_course(course, folder, report)
    _write(folder / "bibliography.yaml", to_yaml(_sources()), report)
    _write(folder / "glossary.yaml", to_yaml(_terms()), report)
    data = {
        "code": programme.code,
        "title": programme.title,
        "summary": programme.summary,
        "courses": [course.code for course in courses],
    }
    if programme.assessment:
        data["assessment"] = programme.assessment.slug
        name = f"{programme.assessment.slug}.yaml"
        _write(folder / name, to_yaml(settings_of(programme.assessment)), report)
    _write(folder / "programme.yaml", to_yaml(data), report)


def export_course(course: CoursePage, folder: Path, report: Report) -> None:
    """One course into a folder of its code: outline, lessons, items."""
    place = folder / course.code
    modules = list(ModulePage.objects.live().child_of(course).order_by("path"))
    lessons = {module: _lessons(module) for module in modules}
    _write(place / "course.yaml", to_yaml(_course(course, lessons)), report)
    for lesson in (lesson for held in lessons.values() for lesson in held):
        _export_lesson(lesson, place / "lessons", report)
    if course.assessment and course.assessment.bank:
        document = document_of(course.assessment.bank, course.assessment)
        _write(place / "items.yaml", to_yaml(document), report)


def _export_lesson(lesson: LessonPage, folder: Path, report: Report) -> None:
    path = folder / f"{lesson.number.replace('.', '-')}.md"
    body = taken_along(lesson.body.get_prep_value(), folder.parent)
    try:
        text = lesson_text(front_of(lesson), body)
    except LookupError as missing:
        report.left_out(f"{lesson.number} {lesson.title}", str(missing.args[0]))
        return
    _write(path, text, report)


def front_of(lesson: LessonPage) -> dict[str, Any]:
    note = {"text": lesson.content_note, "alternative": lesson.alternative}
    return {
        "number": lesson.number,
        "title": lesson.title,
        "minutes": lesson.minutes,
        "content_area": lesson.content_area,
        "outcome": {"code": lesson.outcome.code, "text": lesson.outcome.text},
        "content_note": note if lesson.content_note else None,
        "for_clinical_review": lesson.for_clinical_review or None,
        "summary": lesson.summary,
    }


def _course(course: CoursePage, lessons: dict[ModulePage, list[LessonPage]]) -> dict[str, Any]:
    return {
        "code": course.code,
        "number": course.number,
        "title": course.title,
        "slug": course.slug,
        "public": course.public,
        "free_order": course.free_order,
        "summary": course.summary,
        "modules": [
            {
                "number": module.number,
                "title": module.title,
                "lessons": [lesson.number for lesson in held],
            }
            for module, held in lessons.items()
        ],
        "assessment": course.assessment.slug if course.assessment else None,
    }


def _lessons(module: ModulePage) -> list[LessonPage]:
    live = LessonPage.objects.live().child_of(module)
    return list(live.select_related("outcome").order_by("path"))


def _sources() -> list[dict[str, Any]]:
    rows = (model_to_dict(source, fields=SOURCE_FIELDS) for source in Citation.objects.all())
    return [{name: value for name, value in row.items() if value} for row in rows]


def _terms() -> list[dict[str, str]]:
    return list(GlossaryTerm.objects.values("term", "slug", "definition"))


def _write(path: Path, text: str, report: Report) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    report.written(path)
