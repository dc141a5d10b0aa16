from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from tests.factories.accounts import a_trainee
from tests.factories.certification import (
    a_case,
    a_mentor,
    a_signed_entry,
    a_submitted_entry,
    an_agreement,
    an_entry,
    the_scheme,
)
from training_site.content.actions import attest
from training_site.content.models import PolicyVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement():
    the_scheme()
    return an_agreement()


def test_a_trainee_sees_what_is_asked_of_them(client, sign_in):
    the_scheme()

    page = sign_in(client, a_trainee()).get("/certification/path/").content.decode()

    assert "0 of 8 requirements are met" in page
    assert "90 h of direct sessions missing" in page
    assert "version 0.9" in page


def test_before_there_is_a_scheme_the_path_says_so(client, sign_in):
    page = sign_in(client, a_trainee()).get("/certification/path/").content.decode()

    assert "no scheme in force yet" in page


def test_the_path_says_what_counts_what_does_not_and_whom_to_ask(client, sign_in, agreement, now):
    a_signed_entry(agreement, now=now)
    a_submitted_entry(agreement, now=now, start=time(14, 0), minutes=60)

    page = sign_in(client, agreement.intern).get("/certification/path/").content.decode()

    assert "1 entry counts, 1 h 30 min" in page
    assert "Nobody has signed this yet." in page
    assert f"{agreement.mentor} has 1 entry to sign" in page


def test_a_signature_that_grew_too_old_is_signed_again_from_the_path(client, sign_in):
    the_scheme()
    trainee = a_trainee(name="Ana Reyes")
    code = PolicyVersion.objects.create(
        policy="code-of-ethics", number="1", title="Code", effective_from=date(2020, 1, 1)
    )
    a_year_and_more_ago = timezone.now() - timedelta(days=400)
    attest(trainee, code, typed_name="Ana Reyes", now=a_year_and_more_ago)
    learner, address = sign_in(client, trainee), "/policies/code-of-ethics/"
    back = f"{address}?next=/certification/path/"

    page = learner.get("/certification/path/").text
    signed = learner.post(back, {"typed_name": "Ana Reyes", "next": "/certification/path/"})

    assert f'href="{back}"' in page
    assert "Sign it again" in page
    assert signed.url == "/certification/path/"
    assert address not in learner.get("/certification/path/").text


def test_the_stored_path_asks_few_queries(client, sign_in, agreement, now, count_queries):
    case = a_case(agreement)
    for day in range(2, 9):
        a_submitted_entry(
            agreement, now=now, category="direct_session", case=case, date=date(2026, 11, day)
        )
    intern = sign_in(client, agreement.intern)
    intern.get("/certification/path/")

    with count_queries(at_most=8) as counted:
        response = intern.get("/certification/path/")

    assert response.status_code == 200
    assert not any(sql.startswith("INSERT") for sql in counted.statements)


def test_the_month_says_of_each_line_whether_it_counts(client, sign_in, now):
    the_scheme()
    agreement = an_agreement(mentor=a_mentor(until=date(2026, 10, 31)))
    an_entry(agreement, now=now, start=time(8, 0))
    a_submitted_entry(agreement, now=now)
    a_submitted_entry(
        agreement,
        now=now,
        start=time(12, 0),
        category="clinician_consultation",
        case=a_case(agreement),
    )

    page = sign_in(client, agreement.intern).get("/practice/months/2026-11/").content.decode()

    assert "Not sent yet." in page
    assert "The supervisor was not qualified on this date." in page
    assert "No requirement asks for hours of this kind." in page


def test_the_month_asks_few_queries(client, sign_in, agreement, now, count_queries):
    for hour in range(6, 18):
        a_submitted_entry(agreement, now=now, start=time(hour, 0), minutes=45)
    intern = sign_in(client, agreement.intern)
    intern.get("/practice/months/2026-11/")

    with count_queries(at_most=20):
        intern.get("/practice/months/2026-11/")


def test_a_month_of_drafts_is_sent_in_one_go(client, sign_in, agreement, now):
    for hour in (8, 10):
        an_entry(agreement, now=now, start=time(hour, 0))

    page = sign_in(client, agreement.intern).post("/practice/months/2026-11/submit/", follow=True)

    assert "Sent to be signed: 2." in page.content.decode()
