"""Promises about code that is not written yet: each is a claim over all of the project's files."""

import re
from itertools import chain

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader
from django.template.loader import get_template
from wagtail.coreutils import resolve_model_string
from wagtail.models import get_page_models

from tests.sources import ROOT, code, files, named, words_given_to
from training_site.accounts.notices import notice_table

# From the floor up, as import-linter has it; text references escape that tool, so they are here.
LAYERS = [
    "crypto",
    "audit",
    "jobs",
    "accounts",
    "content",
    "assessments",
    "courses",
    "certification",
    "curriculum",
    "dashboard",
    "demo",
]
TEXT = (".py", ".html", ".css", ".js", ".md", ".yaml", ".toml", ".txt", ".sh", "Makefile", "run")


def own_models():
    return [model for model in apps.get_models() if model._meta.app_label in LAYERS]


def is_above(label: str, other: str) -> bool:
    """Whether the first is one of our apps and stands higher than the second, also ours."""
    return {label, other} <= set(LAYERS) and LAYERS.index(label) > LAYERS.index(other)


def own_templates():
    """Ours, without the pages that dress Wagtail's admin: its policy allows inline script."""
    return [
        path for path in files(".html") if "/admin/" not in f"/{named(path)}".replace("wagtail", "")
    ]


def test_foreign_keys_point_downwards():
    upward = [
        f"{field} → {field.related_model._meta.label}"
        for model in own_models()
        for field in chain(model._meta.local_fields, model._meta.local_many_to_many)
        if field.related_model
        and is_above(field.related_model._meta.app_label, model._meta.app_label)
    ]

    assert upward == []


def test_page_types_name_parents_and_children_of_their_own_layer_or_below():
    upward = [
        f"{page._meta.label} names {other}"
        for page in get_page_models()
        for kind in ("parent_page_types", "subpage_types")
        for other in getattr(page, kind, None) or ()
        if is_above(resolve_model_string(other)._meta.app_label, page._meta.app_label)
    ]

    assert upward == []


def test_migrations_depend_downwards():
    upward = [
        f"{label}.{name} needs {other}"
        for (label, name), migration in MigrationLoader(None).disk_migrations.items()
        if label in LAYERS
        for other, _ in migration.dependencies
        if is_above(other, label)
    ]

    assert upward == []


@pytest.mark.django_db
def test_no_model_changed_without_its_migration():
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)


def test_every_page_type_is_one_of_ours_from_the_ground_up():
    from training_site.content.models import BasePage

    strangers = [
        page._meta.label
        for page in get_page_models()
        if page._meta.app_label in LAYERS and not issubclass(page, BasePage)
    ]

    assert strangers == []


def test_every_verb_that_is_recorded_has_a_sentence():
    from training_site.audit.verbs import known_verbs

    silent = [
        (at, verb) for at, verb in words_given_to("audit.record") if verb not in known_verbs()
    ]

    assert silent == []


def test_every_reason_that_a_rule_gives_has_a_sentence():
    from training_site.wording import known_reasons

    given = words_given_to("no", "Refused")
    silent = [(at, reason) for at, reason in given if reason not in known_reasons()]

    assert silent == []


def test_every_permission_that_is_asked_for_is_in_the_table():
    from training_site.accounts.permissions import table

    asked = chain(words_given_to("needs"), words_given_to("may", position=1))
    unknown = [(at, name) for at, name in asked if name not in table()]

    assert unknown == []


def test_every_job_that_is_asked_for_has_its_function():
    from training_site.jobs.registry import known_names

    unknown = [(at, name) for at, name in words_given_to("enqueue") if name not in known_names()]

    assert unknown == []


def test_every_notice_that_is_sent_has_its_words():
    known = {kind.event for kind in notice_table()}
    sent = words_given_to("notify", position=1)

    assert [(at, event) for at, event in sent if event not in known] == []


def test_every_setting_that_is_read_is_explained():
    explained = (ROOT / "docs" / "settings.md").read_text()
    readers = ("env", "env.bool", "env.int", "env.email", "required", "os.environ.get")
    read = {name for _, name in words_given_to(*readers)}

    assert sorted(name for name in read if f"`{name}`" not in explained) == []


def test_every_template_loads_and_has_something_to_say():
    empty = []
    for path in files(".html"):
        if "/templates/" in f"/{named(path)}":
            get_template(f"/{named(path)}".rsplit("/templates/", 1)[1])
            text = re.sub(r"{#.*?#}|{% comment.*?endcomment %}", "", path.read_text(), flags=re.S)
            empty += [] if text.strip() else [named(path)]

    assert empty == []


@pytest.mark.parametrize(
    "forbidden",
    [
        pytest.param(r"""<[^>]*\sstyle\s*=""", id="style attribute"),
        pytest.param(r"<style\b", id="style element"),
        pytest.param(r"<script\b(?![^>]*\ssrc=)", id="inline script"),
        pytest.param(r"<[a-z][^>]*\son[a-z]+\s*=", id="handler attribute"),
        pytest.param(r"""(?:src|action)\s*=\s*["'](?:https?:)?//""", id="elsewhere"),
        pytest.param(r"""<link[^>]*href\s*=\s*["'](?:https?:)?//""", id="elsewhere linked"),
        pytest.param(r"(?<!help_text)\|\s*safe\b|autoescape\s+off", id="unescaped"),
    ],
)
def test_templates_keep_the_content_policy(forbidden):
    found = [
        named(path) for path in own_templates() if re.search(forbidden, path.read_text(), re.I)
    ]

    assert found == []


def test_nothing_is_left_for_later():
    words = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b|\bNotImplemented" + r"Error\b")

    assert [named(path) for path in files(*TEXT) if words.search(path.read_text())] == []


def test_no_python_file_is_long_enough_to_hold_two_subjects():
    long = [
        named(path)
        for path in files(".py")
        if "/migrations/" not in named(path) and path.read_text().count("\n") > 300
    ]

    assert long == []


def test_no_file_names_a_folder_of_one_machine():
    places = re.compile(re.escape(f"{ROOT}/") + r"|/ro" + r"ot/|/ho" + r"me/[a-z]")

    assert [named(path) for path in files(*TEXT) if places.search(path.read_text())] == []


def test_no_test_is_skipped_or_expected_to_fail():
    marks = re.compile(r"pytest\.(?:mark\.)?(?:skip|xfail|importorskip)\w*\b(?!\\)")
    tests = [path for path in files(".py") if named(path).startswith("tests/")]

    assert [
        named(path)
        for path in tests
        if path != ROOT / "tests/test_house.py" and marks.search(path.read_text())
    ] == []


def test_only_its_own_app_knows_the_jobs_library():
    strangers = [
        name
        for name, _ in code()
        if "django_tasks" in (ROOT / name).read_text()
        and not name.startswith(("training_site/jobs/", "training_site/settings/"))
    ]

    assert strangers == []
