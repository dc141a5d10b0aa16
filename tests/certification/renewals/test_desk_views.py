"""The registrar's desk of continuing education: several at once, one declined, nobody's own."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from certification.renewals import actions
from certification.renewals.claims import fingerprint
from certification.renewals.models import CEActivity
from tests.factories import renewals as world
from tests.factories.accounts import a_registrar
from training_site.accounts.actions.roles import give_role
from training_site.accounts.roles import Role

from .running import a_claim, a_running_term

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


def seen(*rows: CEActivity) -> list[str]:
    return [f"{row.public_id}:{fingerprint(row)}" for row in rows]


def url(name, thing) -> str:
    return reverse(name, args=[thing.public_id])


def test_several_are_accepted_at_once_and_the_rest_wait(client, sign_in):
    holder = a_running_term().holder
    rows = [a_claim(holder, minutes=minutes) for minutes in (60, 90, 120)]
    sign_in(client, a_registrar())
    desk = reverse("education_desk")
    page = client.get(desk).text
    assert all(value in page for value in seen(*rows))

    values = {"seen": seen(*rows[:2]), "how_seen": "by_video"}
    answer = client.post(desk, values, follow=True).text

    assert "2 activities count now." in answer
    states = CEActivity.objects.order_by("minutes").values_list("state", "how_seen")
    assert list(states) == [("accepted", "by_video"), ("accepted", "by_video"), ("claimed", "")]


def test_what_changed_under_the_page_is_left_and_said(client, sign_in):
    holder = a_running_term().holder
    row = a_claim(holder)
    values = {"seen": seen(row), "how_seen": "by_video"}
    other = world.an_activity(date=row.date, minutes=600)
    actions.change_claim(row, other, by=holder, now=timezone.now())
    sign_in(client, a_registrar())

    answer = client.post(reverse("education_desk"), values, follow=True).text

    assert "1 was changed or taken back meanwhile" in answer
    row.refresh_from_db()
    assert row.state == "claimed"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"how_seen": ""}, "Say how the documents were seen."),
        ({"how_seen": "by_post"}, "Select a valid choice"),
        ({"seen": []}, "Tick at least one."),
        ({"seen": ["nonsense"]}, "Tick at least one."),
        ({"seen": [":"]}, "Tick at least one."),
    ],
)
def test_bad_input_accepts_nothing_and_keeps_the_ticks(client, sign_in, changes, words):
    row = a_claim(a_running_term().holder)
    sign_in(client, a_registrar())
    values = {"seen": seen(row), "how_seen": "by_video"} | changes

    answer = client.post(reverse("education_desk"), values)

    assert (answer.status_code, words in answer.text) == (422, True)
    kept = re.search(rf'value="{seen(row)[0]}"[^>]* checked', answer.text)
    assert bool(kept) == ("seen" not in changes)
    row.refresh_from_db()
    assert row.state == "claimed"


def test_one_is_declined_with_a_reason(client, sign_in):
    row = a_claim(a_running_term().holder)
    sign_in(client, a_registrar())
    page = url("decline_education", row)

    short = client.post(page, {"reason": "No."})
    client.post(page, {"reason": "The certificate names another person."})

    assert (short.status_code, "characters or more" in short.text) == (422, True)
    row.refresh_from_db()
    assert (row.state, row.answer) == ("declined", "The certificate names another person.")
    assert client.get(page).status_code == 404


def test_ones_own_are_said_to_wait_for_somebody_else(client, sign_in):
    holder = a_running_term().holder
    give_role(holder, Role.REGISTRAR, by=None, now=timezone.now())
    row = a_claim(holder)
    sign_in(client, holder)

    page = client.get(reverse("education_desk")).text

    assert "Activities of your own wait too" in page
    assert str(row.public_id) not in page
    assert client.get(url("decline_education", row)).status_code == 404
