"""The pages of markers: the queue, one answer after the other, and one's own markings."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from assessments.models import Attempt, Item, Marking
from assessments.models.scripts import script_of, scripts
from assessments.rules.marking.turns import part_awaited
from assessments.views.staff.marking_desk import code_of
from assessments.views.staff.marking_queue import lines_for
from tests.factories.accounts import a_registrar
from tests.factories.marking import (
    BEST,
    MIDDLE,
    WORST,
    a_marker,
    a_marking,
    a_written_answer,
    a_written_assessment,
)

pytestmark = pytest.mark.django_db


def essay():
    return Item.objects.get(ref="essay-0")


def next_of(client):
    return client.get(reverse("marking_next", args=[essay().public_id]))


def text_of(page) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


def test_the_queue_counts_what_waits_for_whom(desk_of, now):
    assessment = a_written_assessment(second=True)
    me = a_marker()
    for levels in ([], [BEST], [BEST, WORST], [BEST, BEST], [MIDDLE]):
        answer = a_written_answer(assessment, now=now)
        for number, level in enumerate(levels):
            a_marking(answer, level, by=me if level == MIDDLE and not number else None, now=now)

    page = desk_of(me).get(reverse("marking"))

    [line] = page.context["lines"]
    assert (line.first, line.second, line.moderation, line.mine) == (1, 2, 1, 3)
    assert "Mark 3 answers" in text_of(page)


def test_the_queue_counts_as_the_rules_do(now):
    assessment = a_written_assessment(second=True)
    for levels in ([], [BEST], [BEST, WORST], [BEST, BEST], []):
        answer = a_written_answer(assessment, now=now)
        for level in levels:
            a_marking(answer, level, now=now)

    [line] = lines_for(a_marker(), now=now)

    awaited = [part_awaited(script_of(one)) for one in scripts().filter(marks=None)]
    assert line.waiting == {part: awaited.count(part) for part in line.waiting}


def test_an_empty_queue_says_what_will_come(desk_of):
    assert "Nothing waits to be marked" in text_of(desk_of().get(reverse("marking")))


def test_an_answer_is_scored_and_the_next_one_opens(desk_of, sheet, now):
    assessment = a_written_assessment()
    for _ in range(3):
        a_written_answer(assessment, now=now)
    marker = a_marker()
    client = desk_of(marker)

    for number in range(3):
        address = next_of(client).url
        page = client.get(address)
        assert f"{number} of 3 answers have their mark" in text_of(page)
        saved = client.post(address, sheet(page, 1, 2, comment="Well weighed."))
        assert saved.status_code == 302

    assert Attempt.objects.filter(marks=6).count() == 3
    assert set(Marking.objects.values_list("marker", "comment")) == {(marker.pk, "Well weighed.")}
    assert next_of(client).url == reverse("marking")


def test_half_a_scoring_says_what_is_open_and_keeps_the_rest(desk_of, sheet, at, now):
    answer = a_written_answer(now=now)
    client, address = desk_of(), at(answer)

    page = client.post(address, sheet(client.get(address), 1, comment="So far so good."))

    assert page.status_code == 422
    assert "Choose a level." in text_of(page)
    assert "So far so good." in text_of(page)
    assert re.search(r'name="level-0" value="1"[^>]*checked', page.content.decode())
    assert not Marking.objects.exists()


def test_the_second_marker_sees_nothing_of_the_first(desk_of, at, now):
    answer = a_written_answer(a_written_assessment(second=True), now=now)
    a_marking(answer, WORST, comment="Nothing to it.", now=now)

    page = desk_of().get(at(answer))

    assert page.context["part"] == "second"
    assert page.context["sides"] == []
    assert "Nothing to it." not in text_of(page)


def test_the_moderator_sees_both_and_how_far_they_are_apart(desk_of, sheet, at, now):
    answer = a_written_answer(a_written_assessment(second=True), now=now)
    a_marking(answer, BEST, comment="Excellent.", now=now)
    a_marking(answer, WORST, comment="Nothing to it.", now=now)
    client = desk_of()

    page = client.get(at(answer))

    said = text_of(page)
    assert "The two markers are 6 marks apart." in said
    assert "Excellent." in said
    assert "Nothing to it." in said
    client.post(at(answer), sheet(page, 1, 1))
    answer.refresh_from_db()
    assert answer.marks == 4


def test_what_somebody_else_marked_meanwhile_is_said_and_nothing_typed_is_lost(
    desk_of, sheet, at, now
):
    answer = a_written_answer(now=now)
    client, address = desk_of(), at(answer)
    sent = sheet(client.get(address), 2, 0, comment="A careful start.")
    a_marking(answer, now=now)

    page = client.post(address, sent)

    assert page.status_code == 409
    said = text_of(page)
    assert "This answer has its mark" in said
    assert "A careful start." in said
    assert "Boundaries: Weighs it for the client and for the work." in said
    assert Marking.objects.count() == 1


def test_who_was_second_by_a_moment_is_the_second_marker(desk_of, sheet, at, now):
    answer = a_written_answer(a_written_assessment(second=True), now=now)
    client, address = desk_of(), at(answer)
    sent = sheet(client.get(address), 2, 2)
    a_marking(answer, BEST, now=now)

    page = client.post(address, sent, follow=True)

    assert "Saved as the second marking" in text_of(page)
    answer.refresh_from_db()
    assert answer.marks == 6


def test_nobody_finds_themselves_moderating_without_having_seen_both(desk_of, sheet, at, now):
    answer = a_written_answer(a_written_assessment(second=True), now=now)
    client, address = desk_of(), at(answer)
    sent = sheet(client.get(address), 2, 2, comment="Kept.")
    a_marking(answer, BEST, now=now)
    a_marking(answer, WORST, now=now)

    page = client.post(address, sent)

    assert page.status_code == 409
    assert "sees both markings first" in text_of(page)
    assert "Kept." in text_of(page)
    assert page.context["part"] == "moderator"


def test_sent_twice_it_is_one_marking(desk_of, sheet, at, now):
    answer = a_written_answer(now=now)
    client, address = desk_of(), at(answer)
    sent = sheet(client.get(address), 2, 2)

    answers = [client.post(address, sent) for _ in range(2)]

    assert [one.status_code for one in answers] == [302, 302]
    assert Marking.objects.count() == 1


def test_a_rubric_that_changed_meanwhile_is_said_and_offered(desk_of, sheet, at, now):
    from assessments.actions.rubrics import write_rubric
    from tests.assessments.marking.test_rubrics import middle_at

    answer = a_written_answer(now=now)
    client, address = desk_of(), at(answer)
    sent = sheet(client.get(address), 1, 1)
    version = write_rubric(essay(), middle_at(essay(), 1), by=a_marker(), now=now).version

    page = client.post(address, sent)

    assert page.status_code == 409
    assert "another version of the rubric" in text_of(page)
    assert f'value="{version.public_id}"' in page.content.decode()
    assert client.post(address, sheet(page, 1, 1)).status_code == 302


def test_own_markings_are_listed_and_withdrawn_with_a_reason(desk_of, now):
    marker = a_marker()
    answer = a_written_answer(now=now)
    marking = a_marking(answer, by=marker, now=now)
    theirs = a_marking(a_written_answer(now=now), now=now)
    client = desk_of(marker)
    address = reverse("withdraw_marking", args=[marking.public_id])

    assert code_of(answer) in text_of(client.get(reverse("my_markings")))
    assert "Until the answer is marked again" in text_of(client.get(address))
    assert client.post(address, {"reason": " "}).context["form"].errors
    client.post(address, {"reason": "I had another answer in mind."})

    marking.refresh_from_db()
    assert marking.withdrawn_reason == "I had another answer in mind."
    assert client.get(address).status_code == 404
    foreign = reverse("withdraw_marking", args=[theirs.public_id])
    assert client.get(foreign).status_code == 404
    assert "I had another answer in mind." in text_of(client.get(reverse("my_markings")))


@pytest.mark.parametrize("name", ["marking", "my_markings"])
def test_other_staff_are_turned_away(desk_of, name):
    assert desk_of(a_registrar()).get(reverse(name)).url == reverse("wagtailadmin_home")


def test_pages_cost_the_same_however_many_answers_wait(desk_of, at, now, count_queries):
    assessment = a_written_assessment(second=True)
    client = desk_of()
    costs = []
    for _ in range(2):
        for _ in range(3):
            answer = a_written_answer(assessment, now=timezone.now())
            a_marking(answer, now=now)
        costs.append([])
        for address in (reverse("marking"), at(answer), reverse("my_markings")):
            client.get(address)
            with count_queries(at_most=20) as counted:
                client.get(address)
            costs[-1].append(len(counted))

    assert costs[0] == costs[1]
