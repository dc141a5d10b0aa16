import pytest
from django.urls import reverse

from certification.practice.evaluation_sheets import sheet_of
from certification.practice.models import Evaluation
from tests.factories.accounts import a_registrar
from tests.factories.certification import a_case, an_agreement
from tests.factories.evaluations import (
    a_draft,
    a_signed_evaluation,
    levels_for,
    the_form,
    the_forms,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement():
    return an_agreement()


def begun(page, form, intern, **more):
    body = {"form": form.public_id, "intern": intern.public_id} | more
    return page.post(reverse("begin_evaluation"), body)


def answers(draft, level=3, **more) -> dict:
    levels = levels_for(draft.form, level)
    given = {f"level-{code}": str(number) for code, number in levels.items()}
    return given | {"seen": sheet_of(draft).hash} | more


def test_a_mentor_begins_keeps_reads_through_and_signs(client, sign_in, agreement):
    page = sign_in(client, agreement.mentor)
    begun(page, the_form("mentor-mid"), agreement.intern)
    draft = Evaluation.objects.get()
    url = reverse("evaluation", args=[draft.public_id])

    kept = page.post(url, answers(draft, strengths="Asks first.", then="sign"))
    through = page.get(kept.url)
    page.post(kept.url, {"shown": through.context["shown"], "typed_name": agreement.mentor.name})

    draft.refresh_from_db()
    assert (draft.state, draft.result, draft.strengths) == ("signed", 3, "Asks first.")
    assert "Asks first." in through.content.decode()
    assert "has been told and has not confirmed" in page.get(url).content.decode()


def test_a_draft_that_lacks_a_level_is_kept_and_not_signed(client, sign_in, agreement):
    page = sign_in(client, agreement.mentor)
    begun(page, the_form("mentor-mid"), agreement.intern)
    draft = Evaluation.objects.get()

    body = {"level-consent": "2", "seen": sheet_of(draft).hash, "then": "sign"}
    kept = page.post(reverse("evaluation", args=[draft.public_id]), body)
    through = page.get(kept.url).content.decode()

    draft.refresh_from_db()
    assert draft.levels == {"consent": 2}
    assert "7 criteria still have no level" in through
    assert "Sign this evaluation" not in through


def test_what_another_window_kept_is_not_lost_and_neither_is_what_was_typed(
    client, sign_in, agreement, now
):
    draft = a_draft("mentor-mid", agreement.intern, by=agreement.mentor, now=now)
    page = sign_in(client, agreement.mentor)
    url = reverse("evaluation", args=[draft.public_id])
    seen = sheet_of(draft).hash
    page.post(url, answers(draft, strengths="In the first window.", seen=seen))

    second = answers(draft, strengths="In the second window.", seen=seen)
    refused = page.post(url, second)
    draft.refresh_from_db()
    first_kept = draft.strengths
    page.post(url, second | {"seen": refused.context["seen"]})

    draft.refresh_from_db()
    assert "In the second window." in refused.content.decode()
    assert first_kept == "In the first window."
    assert draft.strengths == "In the second window."


def test_signing_asks_for_a_fresh_sign_in_and_keeping_does_not(client, sign_in, agreement, now):
    draft = a_draft("mentor-mid", agreement.intern, by=agreement.mentor, now=now)
    stale = sign_in(client, agreement.mentor, fresh=False)

    kept = stale.post(reverse("evaluation", args=[draft.public_id]), answers(draft))
    signed = stale.post(
        reverse("sign_evaluation", args=[draft.public_id]),
        {"shown": sheet_of(draft).hash, "typed_name": agreement.mentor.name},
    )

    assert kept.url == reverse("evaluation", args=[draft.public_id])
    assert "reauthenticate" in signed.url
    assert not Evaluation.objects.signed().exists()


def test_nobody_but_its_writer_sees_a_draft(client, sign_in, agreement, now):
    draft = a_draft("mentor-mid", agreement.intern, by=agreement.mentor, now=now)
    url = reverse("evaluation", args=[draft.public_id])

    answers_of = [
        sign_in(client, who).get(url).status_code for who in (agreement.intern, agreement.clinician)
    ]

    assert answers_of == [404, 404]


def test_texts_that_might_tell_who_a_client_is_get_a_hint(client, sign_in, agreement, now):
    draft = a_draft("mentor-mid", agreement.intern, by=agreement.mentor, now=now)
    page = sign_in(client, agreement.mentor)
    body = answers(draft, strengths="Good work with client born in 1980.")

    kept = page.post(reverse("evaluation", args=[draft.public_id]), body, follow=True)

    assert "could tell who the client is" in kept.content.decode()


def test_the_intern_reads_confirms_and_compares(client, sign_in, agreement, now):
    intern, mentor = agreement.intern, agreement.mentor
    signed = a_signed_evaluation("mentor-mid", intern, by=mentor, now=now)
    a_signed_evaluation("mentor-final", intern, by=mentor, now=now)
    page = sign_in(client, intern)

    page.post(reverse("read_evaluation", args=[signed.public_id]))
    listed = page.get(reverse("practice_evaluations"))

    signed.refresh_from_db()
    assert signed.read_by == intern
    assert [one.form.code for one in listed.context["unread"]] == ["mentor-final"]
    (comparison,) = listed.context["comparisons"]
    closure = next(line for line in comparison.lines if line.title.startswith("Preparing"))
    assert (closure.before, closure.after["level"]) == (None, 3)


def test_staff_read_what_was_signed_on_the_interns_page(client, sign_in, agreement, now):
    a_signed_evaluation(
        "mentor-mid", agreement.intern, by=agreement.mentor, now=now, strengths="Asks first."
    )
    a_draft("self-mid", agreement.intern, by=agreement.intern, now=now, strengths="A canary.")

    desk = sign_in(client, a_registrar())
    page = desk.get(reverse("practice_internship", args=[agreement.intern.public_id]))

    assert "Asks first." in page.content.decode()
    assert "A canary." not in page.content.decode()


def test_the_lists_ask_as_many_queries_for_ten_interns_as_for_one(
    client, sign_in, agreement, count_queries
):
    the_forms()
    a_case(agreement)
    for _number in range(4):
        a_case(an_agreement(mentor=agreement.mentor, clinician=agreement.clinician))
    page = sign_in(client, agreement.mentor)

    with count_queries(at_most=16):
        listed = page.get(reverse("to_evaluate"))

    assert len(listed.context["later"]) == 10
