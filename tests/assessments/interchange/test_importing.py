"""Files into a bank: what becomes of each question, who wrote it, and all or nothing."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from assessments.actions.exporting import export_items
from assessments.actions.importing import import_items
from assessments.actions.writing import move
from assessments.interchange import pictures, read, write
from assessments.models import Item, ItemBank, ItemVersion, Picture
from assessments.rules.items import State
from tests.assessments.interchange.examples import EXAMPLES, example
from tests.assessments.interchange.test_pictures import picture
from tests.factories.accounts import a_person, a_trainee
from tests.factories.assessments import some_outcomes
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db
FILES = Path(__file__).parent / "files"
GIFT = b"::first::Ready?{T}\n\n::second::Steady?{=yes ~no}\n"


def an_instructor():
    return a_person(Role.INSTRUCTOR)


@pytest.fixture
def bank():
    some_outcomes("9.1", "9.2", "ETH-1")
    return ItemBank.objects.create(slug="consent", title="Consent")


@pytest.fixture
def by():
    return an_instructor()


def became(report) -> dict[str, str]:
    return {row.ref: row.became for row in report.rows}


def test_imported_questions_are_drafts_of_whoever_brought_them(bank, by, now):
    report = import_items(bank, read(GIFT, "a.gift"), by=by, now=now, outcome="9.1")

    versions = ItemVersion.objects.filter(item__bank=bank)
    assert became(report) == {"first": "imported", "second": "imported"}
    assert {(told.state, told.written_by, told.number) for told in versions} == {
        (State.DRAFT, by, 1)
    }
    event = AuditEvent.objects.get(verb="assessments.bank.imported")
    assert event.words.values["imported"] == ["first", "second"]


def test_whoever_brought_a_question_does_not_review_it(bank, by, now):
    import_items(bank, read(GIFT, "a.gift"), by=by, now=now, outcome="9.1")
    version = ItemVersion.objects.get(item__ref="second")

    with pytest.raises(Refused, match="item_version_not_by_its_author"):
        move(version, State.REVIEWED, by=by, now=now)
    reviewed = move(version, State.REVIEWED, by=an_instructor(), now=now)

    assert reviewed.state == State.REVIEWED


def test_a_second_import_changes_only_what_changed(bank, by, now):
    import_items(bank, read(GIFT, "a.gift"), by=by, now=now, outcome="9.1")

    again = GIFT.replace(b"Steady?", b"Still steady?")
    report = import_items(bank, read(again, "a.gift"), by=by, now=now, outcome="9.1")

    assert became(report) == {"first": "unchanged", "second": "changed"}
    numbers = Item.objects.get(ref="second").versions.values_list("number", "state")
    assert sorted(numbers) == [(1, "draft"), (2, "draft")]


def test_a_wording_that_was_rewritten_here_is_not_taken_back(bank, by, now):
    import_items(bank, read(GIFT, "a.gift"), by=by, now=now, outcome="9.1")
    newer = GIFT.replace(b"Ready?", b"Ready now?")
    import_items(bank, read(newer, "a.gift"), by=by, now=now, outcome="9.1")

    report = import_items(bank, read(GIFT, "a.gift"), by=by, now=now, outcome="9.1")

    assert became(report)["first"] == "unchanged"
    assert "version 1 here and was rewritten since" in report.rows[0].notes[0]


@pytest.mark.lesson(63)
def test_one_question_that_is_skipped_stops_the_whole_and_says_why(bank, by, now):
    reading = read(GIFT + b"\nBroken {=a\n", "a.gift")

    report = import_items(bank, reading, by=by, now=now, outcome="9.1")

    assert not report.written
    assert report.counts == {"imported": 2, "changed": 0, "unchanged": 0, "skipped": 1}
    assert [(row.line, row.reason) for row in report.stopped_by] == [(5, "braces_open")]
    assert not bank.items.exists()
    assert not AuditEvent.objects.filter(verb="assessments.bank.imported").exists()


def test_with_partial_the_others_are_imported(bank, by, now):
    reading = read(GIFT + b"\nBroken {=a\n", "a.gift")

    report = import_items(bank, reading, by=by, now=now, outcome="9.1", partial=True)

    assert report.written
    assert sorted(bank.items.values_list("ref", flat=True)) == ["first", "second"]


def test_a_dry_run_writes_nothing(bank, by, now):
    reading = read(GIFT, "a.gift")

    report = import_items(bank, reading, by=by, now=now, outcome="9.1", dry_run=True)

    assert report.counts["imported"] == 2
    assert not report.written
    assert not bank.items.exists()


def test_the_outcome_comes_from_a_tag_a_category_or_the_importer(bank, by, now):
    text = b"""$CATEGORY: $course$/All/9.2

// [tag:9.1]
::tagged::Ready?{T}

::sorted::Steady?{T}

$CATEGORY: $course$/All

::bare::Go?{T}
"""
    refused = import_items(bank, read(text, "a.gift"), by=by, now=now)
    report = import_items(bank, read(text, "a.gift"), by=by, now=now, outcome="ETH-1")

    assert [(row.ref, row.reason) for row in refused.stopped_by] == [("bare", "outcome_missing")]
    assert report.written
    assert dict(bank.items.values_list("ref", "outcome__code")) == {
        "tagged": "9.1",
        "sorted": "9.2",
        "bare": "ETH-1",
    }


def test_an_item_keeps_its_outcome(bank, by, now):
    import_items(bank, read(GIFT, "a.gift"), by=by, now=now, outcome="9.1")

    other = import_items(bank, read(GIFT, "a.gift"), by=by, now=now, outcome="9.2")
    moved = read(b"// [tag:9.2]\n" + GIFT, "a.gift")
    report = import_items(bank, moved, by=by, now=now)

    assert other.counts["unchanged"] == 2
    assert [(row.ref, row.reason) for row in report.stopped_by] == [("first", "outcome_differs")]


def test_an_outcome_that_is_not_known_is_refused(bank, by, now):
    with pytest.raises(Refused, match="item_outcome_unknown"):
        import_items(bank, read(GIFT, "a.gift"), by=by, now=now, outcome="none")


def test_a_refused_file_writes_nothing_and_says_why(bank, by, now):
    reading = read("::a::Käse?{T}".encode("cp1252"), "a.gift")

    report = import_items(bank, reading, by=by, now=now, outcome="9.1")

    assert "not in UTF-8" in report.refused[0]
    assert not bank.items.exists()


@pytest.mark.lesson(64)
def test_pictures_come_into_the_bank_with_their_questions(bank, by, now):
    name = pictures.name_of(picture())
    entry = example("single")
    entry |= {"options": [*entry["options"], {"text": f"![A hand](picture:{name})"}]}
    data = write([entry], "qti_30", {name: picture()}).data

    report = import_items(bank, read(data, "a.zip"), by=by, now=now)

    assert report.written
    assert bytes(Picture.objects.get(digest=name).content) == picture()
    back = export_items(bank, "qti_30", by=by, now=now, drafts=True)
    assert read(back.data).pictures == {name: picture()}


def test_a_picture_that_is_nowhere_is_named(bank, by, now):
    reading = read(b"::a::[plain]Which? ![x](picture\\:0123456789ab){T}", "a.gift")

    report = import_items(bank, reading, by=by, now=now, outcome="9.1")

    assert report.rows[0].notes == ("The picture 0123456789ab is neither in the file nor here.",)


@pytest.mark.lesson(65)
@pytest.mark.parametrize("format", ["csv", "qti_21", "qti_22", "qti_30"])
def test_a_bank_exported_and_imported_again_is_unchanged(bank, by, now, format):
    data = write(EXAMPLES.values(), "csv").data
    first = import_items(bank, read(data, "a.csv"), by=by, now=now)
    for version in ItemVersion.objects.filter(item__bank=bank):
        move(version, State.REVIEWED, by=an_instructor(), now=now)
        move(version, State.LIVE, by=by, now=now)

    written = export_items(bank, format, by=by, now=now)
    report = import_items(bank, read(written.data, format=format), by=by, now=now)

    assert first.counts["imported"] == len(EXAMPLES)
    assert report.counts == {
        "imported": 0,
        "changed": 0,
        "unchanged": len(EXAMPLES),
        "skipped": 0,
    }


def test_only_live_questions_are_exported_and_the_others_are_named(bank, by, now):
    import_items(bank, read(GIFT, "a.gift"), by=by, now=now, outcome="9.1")
    version = ItemVersion.objects.get(item__ref="second")
    move(version, State.REVIEWED, by=an_instructor(), now=now)
    move(version, State.LIVE, by=by, now=now)

    written = export_items(bank, "gift", by=by, now=now)

    assert [entry.document["id"] for entry in read(written.data).entries] == ["second"]
    assert [(told.ref, told.reason) for told in written.problems] == [("first", "no_live_version")]
    assert AuditEvent.objects.get(verb="assessments.bank.exported").words.values["items"] == 1


def test_the_command_reports_each_question(bank, by, tmp_path, capsys):
    (tmp_path / "a.gift").write_bytes(GIFT)
    given = {"bank": "consent", "outcome": "9.1", "by": by.email}

    call_command("import_items", tmp_path / "a.gift", **given)
    call_command("import_items", tmp_path / "a.gift", **given, json=True)

    told, _line, report = capsys.readouterr().out.partition("2 imported\n")
    assert told == "1: first: imported\n3: second: imported\n"
    assert json.loads(report)["counts"]["unchanged"] == 2


def test_the_command_fails_where_nothing_was_imported(bank, by, tmp_path, capsys):
    (tmp_path / "a.gift").write_bytes(GIFT)

    with pytest.raises(CommandError, match="Nothing was imported: 2 skipped"):
        call_command("import_items", tmp_path / "a.gift", bank="consent", by=by.email)
    assert "none was named for the import" in capsys.readouterr().out


@pytest.mark.parametrize("who", ["nobody@example.org", None])
def test_the_command_asks_for_an_instructor(bank, tmp_path, who):
    (tmp_path / "a.gift").write_bytes(GIFT)
    trainee = a_trainee()

    for address in (who, trainee.email):
        with pytest.raises(CommandError, match="Name with --by"):
            call_command("import_items", tmp_path / "a.gift", bank="consent", by=address)


def test_the_command_follows_a_named_encoding(bank, by, tmp_path):
    (tmp_path / "a.gift").write_bytes("::a::Käse?{T}".encode("cp1252"))
    given = {"bank": "consent", "outcome": "9.1", "by": by.email}

    with pytest.raises(CommandError, match="cp1252"):
        call_command("import_items", tmp_path / "a.gift", **given)
    call_command("import_items", tmp_path / "a.gift", **given, encoding="cp1252")

    assert ItemVersion.objects.get(item__ref="a").stem == "Käse?"


def test_the_command_needs_a_bank_and_a_file(bank, by, tmp_path):
    with pytest.raises(CommandError, match="There are: consent"):
        call_command("import_items", tmp_path / "a.gift", bank="other", by=by.email)
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_items", tmp_path / "a.gift", bank="consent", by=by.email)


def test_the_export_command_writes_the_file_and_names_what_is_left_out(
    bank, by, now, tmp_path, capsys
):
    import_items(bank, read(GIFT, "a.gift"), by=by, now=now, outcome="9.1")

    call_command("export_items", "consent", tmp_path / "a.csv", drafts=True)
    call_command("export_items", "consent", tmp_path / "b.zip")

    assert len(read((tmp_path / "a.csv").read_bytes(), "a.csv").entries) == 2
    assert "first: Left out: no version of it is live." in capsys.readouterr().out
