"""Invitation only: from the link to the account, and every way in which a link stays shut."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from courses.models import Enrolment
from tests.factories.accounts import a_person, an_administrator
from tests.factories.courses import a_cohort, a_programme
from training_site.accounts.actions import invitations
from training_site.accounts.models import Invitation, User
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db
PASSWORD = "a calm sentence to sign in with"


@pytest.fixture
def an_invitation(now):
    def invited(email="ana@example.org", **fields):
        by = fields.pop("by", None) or an_administrator()
        return invitations.invite(
            email=email,
            name="Ana Reyes",
            role=Role.TRAINEE,
            by=by,
            now=fields.pop("at", now),
            **fields,
        )

    return invited


def test_staff_set_up_their_second_factor_without_typing_the_new_password_again(client, now):
    invitation = invitations.invite(
        email="ana@example.org", name="Ana", role=Role.REGISTRAR, by=an_administrator(), now=now
    )

    opened = client.post(invitation.path, {"name": "Ana Reyes", "password": PASSWORD})
    led_to = client.get(opened.url)
    set_up = client.get(led_to.url)

    assert opened.url == "/admin/"
    assert led_to.url == reverse("mfa_activate_totp") + "?next=/admin/"
    assert set_up.status_code == 200
    assert "form" in set_up.context


@pytest.mark.parametrize("name", ["\u200b\u202e", " \t "])
def test_a_name_that_nobody_can_read_is_refused(client, an_invitation, name):
    page = client.post(an_invitation().path, {"name": name, "password": PASSWORD})

    assert "name" in page.context["form"].errors
    assert not User.objects.filter(email="ana@example.org").exists()


@pytest.mark.both_stacks
def test_the_link_opens_an_account_with_the_role(client, an_invitation, run_jobs):
    invitation = an_invitation()
    run_jobs()
    link = invitation.path

    response = client.post(link, {"name": "Ana Reyes", "password": PASSWORD})

    user = User.objects.get(email="ana@example.org")
    assert response.status_code == 302
    assert link in mail.outbox[0].body
    assert user.has_role(Role.TRAINEE)
    assert client.session["_auth_user_id"] == str(user.pk)
    assert AuditEvent.objects.filter(verb="accounts.invitation.accepted").count() == 1


def test_the_mail_names_neither_training_nor_role(an_invitation, run_jobs):
    an_invitation()
    run_jobs()

    said = mail.outbox[0].subject + mail.outbox[0].body

    for word in ("surrogate", "therapy", "trainee", "Trainee", "training"):
        assert word not in said


def test_a_short_password_is_said_at_its_field_and_the_name_is_kept(client, an_invitation):
    response = client.post(an_invitation().path, {"name": "Ana Reyes", "password": "short"})

    assert "password" in response.context["form"].errors
    assert b"Ana Reyes" in response.content
    assert not User.objects.filter(email="ana@example.org").exists()


@pytest.mark.parametrize("fate", ["accepted", "revoked", "expired"])
def test_a_closed_link_opens_nothing_and_says_why(client, an_invitation, now, fate):
    invitation = an_invitation()
    if fate == "accepted":
        invitations.accept(invitation, name="Ana", password=PASSWORD, now=now)
    elif fate == "revoked":
        invitations.revoke(invitation, by=an_administrator(), now=now)
    else:
        Invitation.objects.update(expires_at=now - timedelta(days=400))

    response = client.get(invitation.path)

    assert response.status_code == 404
    assert response.context["state"] == fate


def test_ten_megabytes_of_name_are_refused_at_the_field_and_kept_nowhere(client, an_invitation):
    page = client.post(an_invitation().path, {"name": "x" * 10_000_000, "password": PASSWORD})

    assert "name" in page.context["form"].errors
    assert "no-store" in page["Cache-Control"]


def test_an_unknown_link_answers_like_a_closed_one(client):
    assert client.get("/accounts/invitation/not-a-token/").status_code == 404


def test_accepting_twice_is_refused_and_makes_one_account(an_invitation, now):
    invitation = an_invitation()
    invitations.accept(invitation, name="Ana", password=PASSWORD, now=now)

    with pytest.raises(Refused, match="invitation_accepted"):
        invitations.accept(invitation, name="Ana", password=PASSWORD, now=now)

    assert User.objects.filter(email="ana@example.org").count() == 1


def test_an_address_with_an_account_must_sign_in_and_keeps_its_password(client, an_invitation):
    account = a_person(Role.MENTOR)
    invitation = an_invitation(email=account.email)

    response = client.post(invitation.path, {"name": "Mallory", "password": PASSWORD})

    assert response.url.startswith(reverse("account_login"))
    assert User.objects.get(pk=account.pk).check_password("triad-demo")


def test_an_account_that_accepts_gains_the_role(client, an_invitation, sign_in):
    account = a_person(Role.MENTOR)
    invitation = an_invitation(email=account.email)
    sign_in(client, account)

    client.post(invitation.path)

    assert User.objects.get(pk=account.pk).roles == {"mentor", "trainee"}


def test_staff_choose_the_cohort_and_the_term(client, sign_in):
    cohort = a_cohort(a_programme())
    sign_in(client, an_administrator())
    typed = {"name": "Ana Reyes", "email": "ana@example.org", "role": "trainee"}

    client.post(reverse("people_invite"), typed | {"cohort_id": cohort.public_id, "days": "30"})

    invitation = Invitation.objects.get()
    assert invitation.expires_at - invitation.sent_at == timedelta(days=30)
    person = invitations.accept(
        invitation, name="Ana Reyes", password=PASSWORD, now=invitation.sent_at
    )
    assert Enrolment.objects.get(learner=person).cohort == cohort


def test_a_cohort_that_is_none_is_said_at_its_field(client, sign_in):
    sign_in(client, an_administrator())
    typed = {"name": "Ana", "email": "ana@example.org", "role": "trainee", "days": "14"}

    response = client.post(reverse("people_invite"), typed | {"cohort_id": "1"})

    assert "cohort_id" in response.context["form"].errors
    assert not Invitation.objects.exists()


def test_sent_again_the_same_link_lives_on(an_invitation, now):
    invitation = an_invitation(at=now - timedelta(days=20))
    assert invitation.state(now) == "expired"

    invitations.send_again(invitation, by=an_administrator(), now=now)

    assert Invitation.objects.get(pk=invitation.pk).state(now) == "open"


def test_sign_in_and_reset_answer_alike_for_unknown_addresses(client, settings):
    known = a_person()

    for path, extra in (("account_login", {"password": "wrong"}), ("account_reset_password", {})):
        field = "login" if path == "account_login" else "email"
        answers = [
            client.post(reverse(path), {field: address, **extra})
            for address in (known.email, "nobody@example.org")
        ]
        assert answers[0].status_code == answers[1].status_code
        assert answers[0].get("Location") == answers[1].get("Location")


def test_there_is_no_way_to_sign_up(client):
    assert b"password1" not in client.get(reverse("account_signup")).content
