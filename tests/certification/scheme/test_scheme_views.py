import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from certification.scheme.models import SchemeTransition, SchemeVersion
from tests.factories.accounts import a_person, a_registrar, an_administrator
from tests.factories.certification import a_policy, the_scheme
from tests.factories.transitions import (
    a_pinned_intern,
    a_prepared_transition,
    a_same_text,
    a_stricter_text,
    an_approved,
    move_all,
    preview_all,
    the_small_version,
)
from training_site.accounts.roles import Role

pytestmark = pytest.mark.django_db
BAD = 'scheme: x\nversion: "1"\nrequirements:\n  - {id: a, rule: guess}\n'


@pytest.fixture
def registrar():
    return a_registrar()


@pytest.fixture
def desk(client, sign_in, registrar):
    return sign_in(client, registrar)


def page_of(desk, name: str, thing=None, **query) -> str:
    address = reverse(name, args=[thing.public_id] if thing else [])
    return desk.get(address, query).content.decode()


def test_the_list_says_where_each_version_stands_and_who_is_held_to_it(desk):
    a_pinned_intern()

    page = page_of(desk, "schemes")

    assert "Version 0.1" in page
    assert "In force" in page


def test_a_version_says_its_rules_in_words(desk):
    page = page_of(desk, "scheme_version", the_scheme())

    assert "Direct sessions: at most 15 h count in any 7 days." in page
    assert "At least 90 h of direct sessions." in page
    assert "At least 1/2 of mentor supervision are individual mentor supervision." in page
    assert "Direct sessions: at most 45 h count from one case." in page


def test_what_is_downloaded_is_the_text_to_the_letter(desk):
    version = the_scheme()

    answer = desk.get(reverse("scheme_yaml", args=[version.public_id]))
    file = SimpleUploadedFile("again.yaml", answer.content)
    again = desk.post(reverse("scheme_upload"), {"file": file}, follow=True)

    assert answer.content.decode() == version.text
    assert "nothing is changed" in again.content.decode()


def test_bad_rules_are_refused_at_their_line_and_stay_in_the_form(desk):
    typed = desk.post(reverse("scheme_upload"), {"text": BAD}).content.decode()
    file = SimpleUploadedFile("bad.yaml", BAD.encode())
    uploaded = desk.post(reverse("scheme_upload"), {"file": file}).content.decode()

    for page in (typed, uploaded):
        assert "line 4" in page
        assert "rule: guess" in page
    assert not SchemeVersion.objects.exists()


@pytest.mark.parametrize("content", [b"\xff\xfe", b""])
def test_a_file_that_is_no_text_is_said_to_be_none(desk, content):
    file = SimpleUploadedFile("x.yaml", content)

    page = desk.post(reverse("scheme_upload"), {"file": file})

    assert page.context["form"].errors


def test_figures_of_a_draft_are_changed_at_their_rule(desk):
    version = the_scheme()
    desk.post(
        reverse("scheme_version", args=[version.public_id]), {"act": "draft", "number": "1.0"}
    )
    draft = SchemeVersion.objects.get(number="1.0")
    address = reverse("scheme_parameters", args=[draft.public_id])
    fields = desk.get(address).context["form"]
    body = {name: field.initial for name, field in fields.fields.items()}

    desk.post(address, body | {"caps/remote/minutes": "600"})
    refused = desk.post(address, body | {"requirements/direct/minutes": "0"})

    draft.refresh_from_db()
    expected = version.text.replace('"0.9"', '"1.0"').replace("minutes: 540\n", "minutes: 600\n")
    assert draft.text == expected
    assert "requirements/direct/minutes" in refused.context["form"].errors


def test_a_version_out_of_draft_has_no_form_for_figures(desk):
    address = reverse("scheme_parameters", args=[the_scheme().public_id])

    assert desk.get(address).status_code == 404


def test_a_draft_is_approved_by_somebody_else(desk, registrar, client, sign_in):
    a_policy("code-of-ethics")
    desk.post(reverse("scheme_upload"), {"text": a_same_text()})
    draft = SchemeVersion.objects.get(number="2.0")
    address = reverse("scheme_approve", args=[draft.public_id])

    own = page_of(desk, "scheme_version", draft)
    desk.post(address)
    before = SchemeVersion.objects.get(pk=draft.pk).state
    sign_in(client, an_administrator()).post(address)

    assert "You wrote part of this draft" in own
    assert (before, SchemeVersion.objects.get(pk=draft.pk).state) == ("draft", "approved")


@pytest.mark.lesson(38)
def test_what_nobody_can_reach_is_said_before_approval(desk):
    desk.post(reverse("scheme_upload"), {"text": a_same_text()})

    page = page_of(desk, "scheme_version", SchemeVersion.objects.get(number="2.0"))

    assert "there is no policy “code-of-ethics”" in page


def test_a_step_is_prepared_previewed_and_published_by_two_people(desk, client, sign_in):
    intern = a_pinned_intern()
    new = an_approved(a_stricter_text())
    reasons = "The notice belongs to it."
    desk.post(
        reverse("scheme_prepare", args=[new.public_id]),
        {"who_moves": "everybody", "reasons": reasons},
    )
    transition = SchemeTransition.objects.get()
    waiting = page_of(desk, "scheme_transition", transition)
    preview_all(transition)
    shown = page_of(desk, "scheme_transition", transition, only="losing")
    address = reverse("scheme_publish", args=[transition.public_id])
    desk.post(address)
    assert SchemeVersion.objects.effective().number == "0.1"

    sign_in(client, an_administrator()).post(address)
    move_all(SchemeTransition.objects.get())
    told = sign_in(client, intern).get(reverse("path_changes")).content.decode()

    assert "data-progress" in waiting
    assert "Notice signed: asked for now, and not before." in shown
    assert intern.name in shown
    assert SchemeVersion.objects.effective() == new
    assert reasons in told
    assert "Notice signed: asked for now, and not before." in told


def test_publishing_asks_for_a_fresh_sign_in(client, sign_in):
    transition = preview_all(a_prepared_transition(a_same_text()))
    stale = sign_in(client, an_administrator(), fresh=False)

    answer = stale.post(reverse("scheme_publish", args=[transition.public_id]))

    assert "reauthenticate" in answer.url
    assert SchemeVersion.objects.effective().number == the_small_version().number


def test_the_preview_as_a_file_carries_nothing_out(desk):
    a_pinned_intern(name="=HYPERLINK(1)")
    transition = preview_all(a_prepared_transition(a_stricter_text()))

    text = desk.get(
        reverse("scheme_transition", args=[transition.public_id]), {"format": "csv"}
    ).content.decode("utf-8-sig")

    assert text.splitlines()[1].startswith("'=HYPERLINK")


def test_a_preview_of_many_takes_as_many_queries_as_one_of_few(desk, count_queries):
    for _number in range(6):
        a_pinned_intern()
    transition = preview_all(a_prepared_transition(a_stricter_text()))

    with count_queries(at_most=28):
        page_of(desk, "scheme_transition", transition)


def test_schemes_are_closed_to_reviewers(client, sign_in):
    reviewer = sign_in(client, a_person(Role.REVIEWER))

    assert reviewer.get(reverse("schemes")).url == "/admin/"


def test_whoever_was_never_moved_reads_that_nothing_changed(client, sign_in):
    page = sign_in(client, a_pinned_intern()).get(reverse("path_changes")).content.decode()

    assert "Nothing has" in page
