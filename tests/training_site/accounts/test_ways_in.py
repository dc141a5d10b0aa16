"""Every way in leads through our own sign-in; failed tries are counted and lock nobody else out."""

import pickle
import time

import pytest
from django.core import mail
from django.urls import reverse

from tests.factories.accounts import a_person, a_trainee, an_administrator
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.accounts.throttle import within_limit
from training_site.jobs.models import JobRun

pytestmark = pytest.mark.django_db
RIGHT, WRONG = "triad-demo", "not the password"
FAILURES = {"login_failed": "100/m/ip,3/5m/key"}


def try_to_sign_in(client, email, password, **client_data):
    return client.post(
        reverse("account_login"), {"login": email, "password": password}, **client_data
    )


@pytest.mark.parametrize("address", ["/_util/login/", "/admin/login/"])
def test_wagtails_sign_in_pages_lead_to_ours_and_take_no_password(client, address):
    person = a_trainee()

    shown = client.get(address, {"next": "/learn/"})
    sent = client.post(address, {"username": person.email, "password": RIGHT})

    assert shown.url == reverse("account_login") + "?next=%2Flearn%2F"
    assert sent.status_code in {302, 405}
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "address",
    ["signup", "email", "email_verification_sent", "confirm_login_code"],
)
def test_addresses_that_nobody_is_led_to_are_not_there(client, sign_in, address):
    sign_in(client, a_trainee())

    assert client.get(reverse(f"account_{address}")).status_code == 404


@pytest.mark.parametrize("address", ["/admin/users/", "/admin/users/1/", "/admin/groups/new/"])
def test_roles_can_not_be_given_past_the_record(client, sign_in, address):
    sign_in(client, a_person(is_superuser=True))

    assert client.get(address).status_code == 404


def test_a_superuser_needs_the_second_factor_too(client, sign_in):
    sign_in(client, a_person(is_superuser=True), second_factor=False)

    assert client.get("/admin/").url == reverse("mfa_activate_totp") + "?next=/admin/"


def test_failed_tries_from_elsewhere_lock_nobody_out(client, settings):
    settings.ACCOUNT_RATE_LIMITS = FAILURES
    person = a_trainee()
    for _ in range(5):
        try_to_sign_in(client, person.email, WRONG, REMOTE_ADDR="198.51.100.7")

    attacker = try_to_sign_in(client, person.email, RIGHT, REMOTE_ADDR="198.51.100.7")
    owner = try_to_sign_in(client, person.email, RIGHT, REMOTE_ADDR="203.0.113.9")

    assert attacker.status_code == 200
    assert owner.status_code == 302


def test_behind_our_proxy_each_visitor_has_a_count_of_their_own(client, settings):
    settings.ACCOUNT_RATE_LIMITS = FAILURES
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    person = a_trainee()
    for number in range(5):  # what a visitor claims in front of it counts for nothing
        try_to_sign_in(
            client, person.email, WRONG, HTTP_X_FORWARDED_FOR=f"192.0.2.{number}, 198.51.100.7"
        )

    attacker = try_to_sign_in(
        client, person.email, RIGHT, HTTP_X_FORWARDED_FOR="192.0.2.99, 198.51.100.7"
    )
    owner = try_to_sign_in(client, person.email, RIGHT, HTTP_X_FORWARDED_FOR="203.0.113.9")

    assert (attacker.status_code, owner.status_code) == (200, 302)


def test_a_count_kept_in_files_outlives_five_minutes(settings, tmp_path):
    from django.core.cache import caches

    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": str(tmp_path),
        }
    }
    within_limit("t", "k", limit=2, seconds=3600, fail_open=False)

    (kept,) = tmp_path.iterdir()
    with kept.open("rb") as file:
        expires = pickle.load(file)
    assert expires - time.time() > 3600
    caches["default"].clear()


def test_the_reset_letter_is_sent_by_a_job_once_in_five_minutes(client, run_jobs):
    person = a_trainee()

    for _ in range(3):
        client.post(reverse("account_reset_password"), {"email": person.email})
    assert not mail.outbox
    run_jobs()

    assert [letter.to for letter in mail.outbox] == [[person.email]]
    assert mail.outbox[0].subject == "About your account"


def test_asking_for_an_unknown_address_costs_the_same_and_mails_nobody(client, run_jobs):
    known, unknown = a_trainee().email, "nobody@example.org"

    answers = [
        client.post(reverse("account_reset_password"), {"email": email})
        for email in (known, unknown, known, unknown)
    ]

    assert answers[0].url == answers[1].url
    assert JobRun.objects.filter(name="accounts.mail_reset").count() == 2
    assert "@" not in str(list(JobRun.objects.values_list("key", "args")))
    run_jobs()
    assert len(mail.outbox) == 1


def test_the_link_in_the_letter_changes_the_password(client, run_jobs):
    person = a_trainee()
    client.post(reverse("account_reset_password"), {"email": person.email})
    run_jobs()
    link = next(word for word in mail.outbox[0].body.split() if word.startswith("http"))

    page = client.get("/" + link.split("/", 3)[3], follow=True)
    new = "seven quiet herons at dawn"
    client.post(page.request["PATH_INFO"], {"password1": new, "password2": new})

    assert User.objects.get(pk=person.pk).check_password(new)


def test_a_registrar_never_sees_the_link_that_opens_a_staff_account(client, sign_in, now):
    from training_site.accounts.actions.invitations import invite

    staff, learner = (
        invite(email=f"{role}@x.example", name="X", role=role, by=an_administrator(), now=now)
        for role in (Role.ADMINISTRATOR, Role.TRAINEE)
    )
    sign_in(client, a_person(Role.REGISTRAR))

    assert client.get(reverse("people_invitation", args=[staff.public_id])).status_code == 404
    assert client.get(reverse("people_invitation", args=[learner.public_id])).status_code == 200
    assert str(staff.public_id) not in client.get(reverse("people")).content.decode()


def test_wagtails_settings_page_asks_for_nothing_that_is_kept_elsewhere(client, sign_in):
    sign_in(client, an_administrator())

    page = client.get("/admin/account/")

    names = {panel.name for panels in page.context["panels_by_tab"].values() for panel in panels}
    assert names == {"theme", "notifications"}


def test_wagtails_settings_page_is_for_staff(client, sign_in):
    sign_in(client, a_trainee())

    assert client.get("/admin/account/").status_code == 403
