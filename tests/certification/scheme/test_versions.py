import pytest
from django.db import transaction

from certification.scheme.actions.versions import (
    approve_version,
    begin_scheme,
    change_parameters,
    draft_from,
    upload_draft,
    wrote,
)
from certification.scheme.models import SchemeVersion
from certification.scheme.rules import SchemeError, read_scheme
from tests.factories.accounts import a_registrar, an_administrator
from tests.factories.certification import a_policy, the_scheme
from tests.factories.transitions import a_same_text, a_stricter_text, an_approved
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def verbs(version: SchemeVersion) -> list[str]:
    return [event.verb.split(".")[-1] for event in AuditEvent.objects.about(version.public_id)]


def test_an_upload_is_a_draft_even_of_the_first_version(now):
    text = 'scheme: new\nversion: "1"\nrequirements:\n  - {id: c, rule: course_done, course: x}\n'

    draft, done = upload_draft(text, by=a_registrar(), now=now)

    assert (draft.state, done, verbs(draft)) == ("draft", "loaded", ["drafted"])


def test_what_was_downloaded_and_uploaded_again_is_unchanged(now):
    version = the_scheme()

    same, done = upload_draft(version.text, by=a_registrar(), now=now)
    through_a_browser = upload_draft(version.text.replace("\n", "\r\n"), by=a_registrar(), now=now)

    assert (same, done) == (version, "unchanged")
    assert through_a_browser == (version, "unchanged")


def test_a_draft_takes_another_text_and_what_is_approved_does_not(now):
    draft, _done = upload_draft(a_same_text(), by=a_registrar(), now=now)
    a_policy("jurisdiction-notice"), a_policy("code-of-ethics")

    changed, done = upload_draft(a_stricter_text(), by=a_registrar(), now=now)
    approve_version(changed, by=a_registrar(), now=now)
    with pytest.raises(Refused) as refused:
        upload_draft(a_same_text(), by=a_registrar(), now=now)

    assert (changed, done) == (draft, "changed")
    assert refused.value.reason == "scheme_version_fixed"
    assert verbs(draft) == ["drafted", "changed", "approved"]


def test_a_draft_is_made_from_a_version_and_its_figures_changed_in_place(now):
    version, by = the_scheme(), a_registrar()

    draft = draft_from(version, number="1.0", by=by, now=now)
    changed = change_parameters(draft, {"requirements/direct/minutes": 6000}, by=by, now=now)

    assert (draft.edited_from, draft.state) == (version, "draft")
    assert read_scheme(changed.text).requirement("direct").minutes == 6000
    assert changed.text.replace("6000", "5400").replace('"1.0"', '"0.9"') == version.text


def test_a_figure_out_of_bounds_leaves_the_draft_and_no_record(now):
    draft = draft_from(the_scheme(), number="1.0", by=a_registrar(), now=now)

    with pytest.raises(SchemeError), transaction.atomic():
        change_parameters(draft, {"requirements/direct/minutes": 0}, by=a_registrar(), now=now)

    assert SchemeVersion.objects.get(pk=draft.pk).text == draft.text
    assert verbs(draft) == ["drafted"]


def test_a_number_is_given_once(now):
    with pytest.raises(Refused) as refused:
        draft_from(the_scheme(), number="0.9", by=a_registrar(), now=now)

    assert refused.value.reason == "scheme_number_taken"


@pytest.mark.lesson(62)
def test_neither_who_loaded_nor_who_changed_a_draft_approves_it(now):
    a_policy("code-of-ethics")
    loader, editor = a_registrar(), an_administrator()
    draft, _done = upload_draft(a_same_text(), by=loader, now=now)
    change_parameters(draft, {"requirements/code/max_age_months": 24}, by=editor, now=now)

    for person in (loader, editor):
        with pytest.raises(Refused) as refused, transaction.atomic():
            approve_version(draft, by=person, now=now)
        assert refused.value.reason == "scheme_not_own_approval"
    approved = approve_version(draft, by=a_registrar(), now=now)

    assert (approved.state, approved.approved_at) == ("approved", now)
    assert wrote(editor, draft)


@pytest.mark.lesson(38)
def test_what_nobody_can_reach_is_not_approved(now):
    draft, _done = upload_draft(a_stricter_text(), by=a_registrar(), now=now)

    with pytest.raises(Refused) as refused:
        approve_version(draft, by=a_registrar(), now=now)

    # Neither policy exists here.
    assert (refused.value.reason, refused.value.details["count"]) == ("scheme_unreachable", 2)


def test_the_first_version_of_a_scheme_goes_into_force_without_a_step(now):
    a_policy("code-of-ethics")
    text = a_same_text(number="1").replace("small-scheme", "another-scheme")

    begun = begin_scheme(an_approved(text), by=a_registrar(), now=now)

    assert (begun.state, begun.effective_at) == ("effective", now)


def test_a_later_version_needs_a_step(now):
    with pytest.raises(Refused) as refused:
        begin_scheme(an_approved(a_same_text()), by=a_registrar(), now=now)

    assert refused.value.reason == "scheme_needs_transition"
