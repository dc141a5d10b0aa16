"""Three taps on a phone, copies, what is said while typing, and sending twice."""

from datetime import UTC, date, datetime, time
from uuid import uuid4

import pytest
from django.urls import reverse

from certification.practice.models import HoursEntry
from tests.certification.practice.test_hours_views import NEW, said
from tests.factories.accounts import a_person
from tests.factories.certification import a_case, a_mentor, an_agreement, an_entry
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent

pytestmark = pytest.mark.django_db
CHECK = "/practice/hours/check/"
TEN_PAST_THREE = datetime(2026, 11, 20, 15, 10, tzinfo=UTC)


@pytest.fixture
def agreement():
    return an_agreement()


@pytest.fixture
def intern_client(client, agreement, sign_in):
    return sign_in(client, agreement.intern)


def held(form) -> dict:
    """What the form would send untouched."""
    values = {bound.html_name: bound.field.widget.format_value(bound.value()) for bound in form}
    return {name: "" if value is None else value for name, value in values.items()}


def test_a_tap_on_a_pattern_and_a_save_log_the_hour_just_passed(
    intern_client, agreement, now, monkeypatch
):
    case = a_case(agreement)
    direct = {"category": "direct_session", "case": case, "minutes": 60, "start": time(14, 0)}
    for day in (3, 10):
        an_entry(agreement, now=now, date=date(2026, 11, day), note="Private", **direct)
    monkeypatch.setattr("django.utils.timezone.now", lambda: TEN_PAST_THREE)

    quick = intern_client.get("/practice/hours/quick/")
    [habit] = quick.context["habits"]
    confirm = intern_client.get(reverse("quick_entry", args=[habit.public_id]))
    body = held(confirm.context["form"]) | {"then": "submit"}
    intern_client.post(reverse("quick_entry", args=[habit.public_id]), body)

    entry = HoursEntry.objects.latest("pk")
    assert (entry.date, entry.start, entry.minutes) == (date(2026, 11, 20), time(14, 0), 60)
    assert (entry.case, entry.state, entry.note) == (case, "submitted", "")


def test_home_offers_patterns_first_and_none_of_a_closed_case(intern_client, agreement, now):
    case = a_case(agreement)
    an_entry(agreement, now=now, category="direct_session", case=case)
    before = intern_client.get("/practice/").context["habits"]
    case.state, case.closed_on, case.closure = "closed", date(2026, 11, 20), "planned"
    case.save()

    after = intern_client.get("/practice/").context["habits"]

    assert [entry.case for entry in before] == [case]
    assert after == []


def test_an_entry_is_copied_to_another_date_without_its_note(intern_client, agreement, now):
    entry = an_entry(agreement, now=now, note="Said then")
    url = reverse("copy_entry", args=[entry.public_id])
    form = intern_client.get(url).context["form"]

    intern_client.post(url, held(form) | {"date": "2026-11-09"})

    copy = HoursEntry.objects.exclude(pk=entry.pk).get()
    assert (copy.date, copy.start, copy.minutes) == (date(2026, 11, 9), time(10, 0), 90)
    assert copy.note == ""


@pytest.mark.parametrize("name", ["quick_entry", "copy_entry"])
def test_an_entry_of_somebody_else_is_no_pattern(client, sign_in, agreement, now, name):
    entry = an_entry(agreement, now=now)
    stranger = sign_in(client, a_person(Role.INTERN))

    assert stranger.get(reverse(name, args=[entry.public_id])).status_code == 404


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"start": "11:00"},
        {"date": "2099-12-01"},
        {"date": "2026-03-01"},
        {"category": "direct_session"},
        {"category": "mentor_group"},
        {"minutes": "1.5"},
        {"date": "2026-11-03", "start": "00:00", "minutes": "1441"},
    ],
)
def test_checking_says_exactly_what_saving_says(intern_client, agreement, now, changes):
    an_entry(agreement, now=now, date=date(2026, 11, 2), start=time(11, 30))
    body = said(date="2026-11-03") | changes if "date" in changes else said(**changes)

    checked = intern_client.post(CHECK, body).json()
    saved = intern_client.post(NEW, body)

    assert HoursEntry.objects.count() == (1 if checked["fields"] else 2)
    errors = saved.context["form"].errors if saved.context else {}
    assert checked["fields"] == {name: list(some) for name, some in errors.items()}


def test_checking_writes_nothing_and_holds_nothing_empty_against_anybody(intern_client):
    events = AuditEvent.objects.count()

    answer = intern_client.post(CHECK, {"category": "mentor_individual", "date": "2026-11-02"})

    assert answer.json() == {"fields": {}, "cautions": [], "complete": False}
    assert not HoursEntry.objects.exists()
    assert AuditEvent.objects.count() == events


def test_a_lapsed_supervisor_is_said_while_typing(client, sign_in):
    agreement = an_agreement(mentor=a_mentor(until=date(2026, 10, 31)))

    [caution] = sign_in(client, agreement.intern).post(CHECK, said()).json()["cautions"]

    assert "As it stands it will not count" in caution


def test_an_entry_being_changed_does_not_overlap_with_itself(intern_client, agreement, now):
    entry = an_entry(agreement, now=now)
    other = an_entry(an_agreement(), now=now)

    mine = intern_client.post(CHECK, said(entry=str(entry.public_id))).json()
    theirs = intern_client.post(CHECK, said(entry=str(other.public_id))).json()

    assert mine["fields"] == {}
    assert "overlaps" in theirs["fields"]["start"][0]


def test_a_form_sent_twice_is_one_entry(intern_client):
    body = said(draft_key=str(uuid4()))
    intern_client.post(NEW, body)

    again = intern_client.post(NEW, body | {"then": "submit"})

    entry = HoursEntry.objects.get()
    assert again.url == "/practice/months/2026-11/"
    assert entry.state == "submitted"


def test_a_form_sent_again_with_other_details_is_neither_lost_nor_taken_for_the_first(
    intern_client,
):
    body = said(draft_key=str(uuid4()))
    intern_client.post(NEW, body)

    told = intern_client.post(NEW, body | {"date": "2026-11-03"})
    key = told.context["form"]["draft_key"].value()
    saved = intern_client.post(NEW, body | {"date": "2026-11-03", "draft_key": key})

    assert "was saved already, for 2 November 2026" in told.content.decode()
    assert saved.status_code == 302
    assert HoursEntry.objects.count() == 2


def test_a_page_s_own_module_is_told_where_to_go_or_what_is_wrong(intern_client):
    headers = {"Accept": "application/json"}

    wrong = intern_client.post(NEW, said(minutes="?"), headers=headers)
    right = intern_client.post(NEW, said(), headers=headers)

    assert (wrong.status_code, wrong.json()) == (422, {"fields": ["minutes"]})
    assert right.json() == {"go": "/practice/months/2026-11/"}


def test_the_hint_about_a_note_marks_the_words_and_lets_it_be_saved(intern_client):
    note = "We waited until Anna was ready."
    warned = intern_client.post(NEW, said(note=note)).content.decode()

    intern_client.post(NEW, said(note=note, note_checked="on"))

    assert "<mark>Anna</mark>" in warned
    assert HoursEntry.objects.get().note == note


def test_quick_pages_ask_a_few_things(intern_client, agreement, now, count_queries):
    for day in range(1, 9):
        an_entry(agreement, now=now, date=date(2026, 11, day))

    with count_queries(at_most=9):
        intern_client.get("/practice/hours/quick/")
