"""The whole curriculum, step by step, each step safe to repeat."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from assessments.actions.blueprints import load_assessment
from assessments.actions.loading import load_items
from assessments.models import Assessment
from courses.actions.editors import open_cohorts_to_staff, open_to_instructors
from courses.actions.versions import freeze_version
from courses.authoring.actions.workflow import put_under_review
from courses.models import CoursePage, LessonPage, ModulePage, ProgrammePage
from training_site.content.models import Citation, GlossaryTerm, InformationPage, LearningOutcome
from training_site.curriculum.checking import require_whole
from training_site.curriculum.faults import Unreadable, line_of, named
from training_site.curriculum.markdown import to_html, to_line
from training_site.curriculum.pictures import brought_in
from training_site.curriculum.placing import place
from training_site.curriculum.reading import (
    LessonFile,
    hash_of,
    read_front_matter,
    read_lessons,
    read_terms,
    read_yaml,
)
from training_site.curriculum.records import keep_in_step, load_policy
from training_site.curriculum.report import Report
from training_site.curriculum.site_root import ensure_site_root
from training_site.verdict import Refused
from training_site.wording import sentence

CURRICULUM = Path(__file__).parent
INFORMATION = ("privacy", "terms", "accessibility")
ADDRESS = {"home": "front"}  # never seen: the front page is the root of the site


def load_curriculum(now: datetime, say: Callable[[str], None], root: Path = CURRICULUM) -> Report:
    """Bring everything in; all of it or, where a file is wrong, none of it.

    `root` may be an exported curriculum: courses without the site's own pages and policies.
    """
    report = Report(say)
    with transaction.atomic():
        programme = read_yaml(root / "programme.yaml")
        folders = [root / code for code in programme["courses"]]
        lessons = read_lessons(folders, root)
        require_whole(root, lessons)
        _load_sources(root, report)
        _load_terms([root, *folders], report)
        _load_outcomes(folders, lessons, report)
        for folder in folders:
            _load_items(folder / "items.yaml", root, report, now)
        _load_final(root, programme, now)
        _load_policies(root, report)
        home = load_site(root if (root / "site").exists() else CURRICULUM, report)
        _load_programme(root, programme, home, lessons, report)
        if report.anything:
            _refreeze(now)
    return report


def _load_sources(root: Path, report: Report) -> None:
    names = [field.name for field in Citation._meta.fields if field.name != "id"]
    sources = [
        {name: to_line(entry.get(name, "")) for name in names} | {"seen": entry.get("seen", "full")}
        for entry in read_yaml(root / "bibliography.yaml")
    ]
    keep_in_step(Citation, "key", "bibliography.yaml", sources, report)
    report.said(f"  {len(sources)} sources")


def _load_terms(folders: list[Path], report: Report) -> None:
    """The glossary of all courses, and what each course adds to it."""
    terms = [
        {name: to_line(entry[name]) for name in ("term", "slug", "definition")}
        for folder in folders
        for entry in read_terms(folder)
    ]
    keep_in_step(GlossaryTerm, "slug", "glossary.yaml", terms, report)
    report.said(f"  {len(terms)} terms")


def _load_outcomes(folders: list[Path], lessons: dict, report: Report) -> None:
    outcomes = [
        {
            "code": lesson.outcome["code"],
            "course_code": folder.name,
            "text": to_line(lesson.outcome["text"]),
        }
        for folder in folders
        for lesson in lessons[folder].values()
    ]
    keep_in_step(LearningOutcome, "code", "outcomes", outcomes, report)
    report.said(f"  {len(outcomes)} outcomes")


def _load_items(path: Path, root: Path, report: Report, now: datetime) -> None:
    """The rules of items are the assessments' own; what they refuse is told with its place."""
    try:
        loaded = load_items(read_yaml(path), now)
    except Refused as refused:
        ref = refused.details.get("ref")
        line = line_of(path.read_text(encoding="utf-8"), f"id: {ref}") if ref else None
        raise Unreadable(sentence(refused), line=line, file=named(path, root)) from refused
    if loaded.assessment_kept:
        report.left(f"{named(path, root)}, the settings of its assessment")


def _load_final(root: Path, programme: dict, now: datetime) -> None:
    """The final examination draws from the banks of all courses, so it comes after them."""
    if programme.get("assessment"):
        outcomes = LearningOutcome.objects.in_bulk(field_name="code")
        load_assessment(
            None, read_yaml(root / f"{programme['assessment']}.yaml"), outcomes, now=now
        )


def _load_policies(root: Path, report: Report) -> None:
    for path in sorted(root.glob("policies/*/*.md")):
        front, text = read_front_matter(path)
        values = {
            "policy": front["policy"],
            "number": str(front["number"]),
            "title": to_line(front["title"]),
            "body": to_html(text),
            "effective_from": _day(front["effective"]),
        }
        load_policy(values, report)


def load_site(root: Path, report: Report):
    home = ensure_site_root("site/home.md", *_site_text(root, "home"), report)
    for name in INFORMATION:
        place(home, InformationPage, f"site/{name}.md", *_site_text(root, name), report)
    return home


def _site_text(root: Path, name: str) -> tuple[str, dict[str, Any]]:
    path = root / "site" / f"{name}.md"
    front, text = read_front_matter(path)
    return hash_of(path), {
        "slug": ADDRESS.get(name, name),
        "title": to_line(front["title"]),
        "lede": to_line(front["lede"]),
        "body": to_html(text),
        "complete_before_opening": bool(front.get("complete_before_opening")),
    }


def _load_programme(root: Path, data: dict, home, lessons: dict, report: Report) -> None:
    fields = {name: to_line(data[name]) for name in ("code", "title", "summary")}
    fields["assessment"] = Assessment.objects.filter(slug=data.get("assessment")).first()
    file = root / "programme.yaml"
    programme = place(
        home, ProgrammePage, file.name, hash_of(file), fields | {"slug": "curriculum"}, report
    )
    if programme is None:
        return
    open_to_instructors(programme)
    put_under_review(programme)
    open_cohorts_to_staff()
    for folder, read in lessons.items():
        _load_course(programme, folder, read, report)


def _load_course(programme: ProgrammePage, folder: Path, lessons: dict, report: Report) -> None:
    file = folder / "course.yaml"
    data, fingerprint = read_yaml(file), hash_of(file)
    fields = {name: to_line(data[name]) for name in ("code", "title", "slug", "summary")}
    fields |= {
        "number": data["number"],
        "public": bool(data.get("public")),
        "free_order": bool(data.get("free_order")),
        "assessment": Assessment.objects.filter(slug=data.get("assessment")).first(),
    }
    name = f"{folder.name}/course.yaml"
    course = place(programme, CoursePage, name, fingerprint, fields, report)
    for module in data["modules"] if course else []:
        at = f"{name}#module-{module['number']}"
        kept = {"number": module["number"], "title": to_line(module["title"])}
        kept["slug"] = f"module-{module['number']}"
        page = place(course, ModulePage, at, fingerprint, kept, report)
        for number in module["lessons"] if page else []:
            _load_lesson(page, lessons[number], folder, report)
    report.said(f"  Course {data['number']}: {len(lessons)} lessons")


def _load_lesson(module: ModulePage, lesson: LessonFile, folder: Path, report: Report) -> None:
    fields = lesson_fields(lesson, folder)
    place(module, LessonPage, lesson.path, lesson.source_hash, fields, report)


def lesson_fields(lesson: LessonFile, folder: Path) -> dict[str, Any]:
    """The fields of a lesson page, as its file and the pictures in the folder of its course give them."""
    front = lesson.front
    note = front.get("content_note") or {}
    blocks = LessonPage._meta.get_field("body").stream_block
    return {
        "number": front["number"],
        "title": to_line(front["title"]),
        "slug": f"lesson-{front['number'].replace('.', '-')}",
        "minutes": front["minutes"],
        "content_area": front["content_area"],
        "outcome": LearningOutcome.objects.get(code=lesson.outcome["code"]),
        "summary": to_line(front["summary"]),
        "content_note": to_line(note.get("text", "")),
        "alternative": to_line(note.get("alternative", "")),
        "for_clinical_review": to_line(front.get("for_clinical_review") or ""),
        "body": blocks.to_python(brought_in(lesson.body, folder)),
    }


def _refreeze(now: datetime) -> None:
    """A corrected source or definition is part of what a reader sees, so it makes a version too."""
    for page in LessonPage.objects.live().select_related("outcome"):
        freeze_version(page, now=now)


def _day(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
