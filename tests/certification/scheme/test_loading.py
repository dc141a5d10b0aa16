from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction

from certification.scheme.actions import load_scheme
from certification.scheme.models import SchemeVersion
from tests.factories.certification import the_scheme
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


def loaded() -> str:
    out = StringIO()
    call_command("load_scheme", stdout=out)
    return out.getvalue()


def test_of_the_versions_that_come_along_the_first_goes_into_force():
    """Version 1.0 is published later, with its transition; schemes modelled elsewhere stay there."""
    said = loaded()

    versions = SchemeVersion.objects.order_by("number")
    assert [(one.number, one.state) for one in versions] == [("0.9", "effective"), ("1.0", "draft")]
    assert "Scheme: Certified Surrogate Partner 0.9 loaded, in force.\n" in said
    assert "Scheme: Certified Surrogate Partner 1.0 loaded, draft.\n" in said
    assert [event.verb for event in AuditEvent.objects.about(versions[0].public_id)] == [
        "certification.scheme.loaded",
        "certification.scheme.put_in_force",
    ]


def test_loading_again_changes_nothing():
    loaded()

    said = loaded()

    assert said.count("unchanged") == said.count("\n")
    assert SchemeVersion.objects.count() == 2


def test_a_version_in_force_takes_no_other_text(now):
    version = the_scheme()

    with pytest.raises(Refused) as refused:
        load_scheme(version.text.replace("5400", "60"), by=None, now=now)

    assert refused.value.reason == "scheme_version_fixed"


def test_not_even_the_database_takes_another_text():
    version = the_scheme()

    with pytest.raises(DatabaseError), transaction.atomic():
        SchemeVersion.objects.filter(pk=version.pk).update(text="scheme: other")

    assert SchemeVersion.objects.get(pk=version.pk).text == version.text


def test_a_second_version_waits_as_a_draft_and_may_still_change(now):
    text = the_scheme().text.replace('version: "0.9"', 'version: "1.0"')
    draft, _done = load_scheme(text, by=None, now=now)

    changed, done = load_scheme(text.replace("5400", "6000"), by=None, now=now)

    assert (draft.state, done) == ("draft", "changed")
    assert "6000" in changed.text


def test_a_scheme_file_with_a_fault_is_refused_at_its_line(tmp_path):
    path = tmp_path / "scheme.yaml"
    path.write_text('scheme: x\nversion: "1"\nrequirements:\n  - {id: a, rule: guess}\n')

    with pytest.raises(CommandError, match="line 4"):
        call_command("load_scheme", path)

    assert not SchemeVersion.objects.exists()
