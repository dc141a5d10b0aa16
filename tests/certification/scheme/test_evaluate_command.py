"""`manage.py evaluate` on files, as somebody without a database would run it."""

import json
import os
import subprocess
import sys
from io import StringIO

import pytest
from django.core.management import call_command

from .rules.documents import a_scheme_text, an_entry, direct_minutes, some_facts
from .rules.test_scheme_document import PUBLISHED, ROOT


@pytest.fixture
def files(tmp_path):
    scheme, facts = tmp_path / "scheme.yaml", tmp_path / "facts.json"
    scheme.write_text(a_scheme_text(requirements=[direct_minutes(60)]))
    facts.write_text(json.dumps(some_facts(an_entry("2026-05-01", id="e1"))))
    return scheme, facts


def run(scheme, facts, *more: str) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    arguments = ["--scheme", str(scheme), "--facts", str(facts), *more]
    try:
        call_command("evaluate", *arguments, stdout=out, stderr=err)
    except SystemExit as end:
        return end.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def test_json_is_the_evaluation_document_with_messages(files):
    code, out, _ = run(*files, "--json")

    evaluation = json.loads(out)
    assert (code, evaluation["met"]) == (0, True)
    assert evaluation["requirements"][0]["message"] == "1 h of direct sessions"
    assert evaluation["requirements"][0]["counted"] == [{"entry": "e1", "minutes": 60}]


def test_text_names_each_requirement_and_how_it_stands(files):
    scheme, facts = files
    facts.write_text(json.dumps(some_facts(an_entry("2026-11-23"))))

    code, out, _ = run(scheme, facts)

    assert code == 0
    assert out.splitlines() == [
        "example 0.1, 2026-11-22: not met",
        "  Not met                 direct: 1 h of direct sessions missing",
        "Time alone changes this on 2026-11-23.",
    ]


@pytest.mark.parametrize(
    ("which", "content", "complaint"),
    [
        ("scheme", b"scheme: a\nversion: 1\nrequirements: [{}]", "line 3"),
        ("scheme", b"scheme: \xff\xfe", "not text in UTF-8"),
        ("facts", b"{", "not JSON that can be read"),
        ("facts", b"[" * 100_000, "not JSON that can be read"),
        ("facts", b'{"as_of": ' + b"9" * 5000 + b"}", "not JSON that can be read"),
        ("facts", b'{"as_of": "today"}', "as_of: a date like 2026-11-22 is expected."),
        ("facts", b'{"as_of": "2026-11-22", "entries": [{"id": NaN}]}', "entries[0].id"),
        ("facts", None, "No such file"),
    ],
)
def test_bad_input_ends_with_2_and_says_what_and_where(files, which, content, complaint):
    path = files[0] if which == "scheme" else files[1]
    path.unlink() if content is None else path.write_bytes(content)

    code, out, err = run(*files, "--json")

    assert (code, out) == (2, "")
    assert err.startswith(f"{path}: ")
    assert complaint in err


def test_it_needs_no_database(files, tmp_path):
    """A process of its own, whose database is nowhere."""
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path}/nowhere/none.sqlite3"}
    command = [sys.executable, "manage.py", "evaluate", "--json"]
    documents = ["--scheme", str(PUBLISHED[0]), "--facts", str(files[1])]

    done = subprocess.run(
        [*command, *documents], cwd=ROOT, env=environment, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["scheme"] == "certified-surrogate-partner"
