"""A real installation: made from nothing, made twice without harm, served only when complete."""

from io import StringIO

import pytest
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from wagtail.models import Site

from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import Invitation, User
from training_site.accounts.roles import Role
from training_site.content.association import association
from training_site.content.models import HomePage
from training_site.dashboard.checklist import checklist
from training_site.dashboard.mail import send_test_message

ANSWERS = {"name": "Example Association", "zone": "Europe/Lisbon", "email": "Ada@example.org"}


@pytest.fixture
def keys(settings, tmp_path):
    settings.KEY_DIR = tmp_path / "keys"
    settings.VAR_DIR = tmp_path / "not" / "there" / "yet"
    settings.SITE_URL = "https://training.example.org"
    return settings.KEY_DIR


def set_up(**answers) -> str:
    said = StringIO()
    call_command("setup", no_input=True, stdout=said, **(ANSWERS | answers))
    return said.getvalue()


@pytest.mark.django_db
def test_setup_makes_keys_name_zone_and_front_page(keys):
    set_up()

    assert {path.name for path in keys.iterdir()} >= {"index.key", "field-1.key"}
    assert (association().name, association().zone) == ("Example Association", "Europe/Lisbon")
    site = Site.objects.get()
    assert (site.hostname, site.port) == ("training.example.org", 443)
    assert site.root_page.specific == HomePage.objects.get()


@pytest.mark.django_db
def test_setup_makes_a_data_folder_for_this_user_alone(keys, settings):
    set_up()

    assert settings.VAR_DIR.stat().st_mode & 0o777 == 0o700


@pytest.mark.django_db
def test_setup_prints_the_first_administrators_link(keys):
    said = set_up()

    invitation = Invitation.objects.get()
    assert invitation.role == Role.ADMINISTRATOR
    assert invitation.email == "ada@example.org"
    assert f"https://training.example.org{invitation.path}" in said


@pytest.mark.django_db
def test_setup_tests_the_mail_with_a_message_that_names_nothing(keys):
    set_up()

    (message,) = [one for one in mail.outbox if one.subject == "A test message"]
    assert message.to == ["Ada@example.org"]
    assert "Example Association" not in message.subject + message.body


@pytest.mark.django_db
def test_setup_again_keeps_keys_link_and_what_was_changed_since(keys):
    first = set_up()
    before = {path.name: path.read_bytes() for path in keys.iterdir()}
    HomePage.objects.update(title="Our own words")

    again = set_up()

    assert {path.name: path.read_bytes() for path in keys.iterdir()} == before
    assert Invitation.objects.count() == 1
    assert HomePage.objects.get().title == "Our own words"
    assert Invitation.objects.get().path in first
    assert Invitation.objects.get().path in again


@pytest.mark.django_db
def test_setup_invites_nobody_where_there_is_an_administrator(keys, now):
    person = User.objects.create_user("someone@example.org", name="Someone")
    give_role(person, Role.ADMINISTRATOR, by=None, now=now)

    said = set_up()

    assert not Invitation.objects.exists()
    assert "there is one already" in said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("answer", "complaint"),
    [
        ({"name": " "}, "needs a name"),
        ({"zone": "Lisbon"}, "no time zone"),
        ({"email": "ada"}, "no e-mail address"),
    ],
)
def test_setup_refuses_an_unusable_answer_before_it_begins(keys, answer, complaint):
    with pytest.raises(CommandError, match=complaint):
        set_up(**answer)

    assert not keys.exists()


@pytest.mark.django_db
def test_setup_says_which_answer_is_missing_when_it_may_not_ask(keys):
    with pytest.raises(CommandError, match="SETUP_ZONE"):
        set_up(zone="")


@pytest.mark.django_db
def test_setup_refuses_keys_inside_the_project(settings):
    settings.KEY_DIR = settings.BASE_DIR / "keys"

    with pytest.raises(ImproperlyConfigured, match="inside the project"):
        set_up()


@pytest.mark.django_db
def test_the_checklist_ticks_what_has_been_done(keys, now):
    set_up()
    before = {task.what: task.done for task in checklist()}

    registrar = User.objects.create_user("registrar@example.org", name="A registrar")
    give_role(registrar, Role.REGISTRAR, by=None, now=now)

    changed = [task.what for task in checklist() if task.done != before[task.what]]
    assert changed == ["Somebody is registrar"]


@pytest.mark.django_db
def test_everything_that_is_not_done_says_how(keys):
    set_up()

    assert all(task.how for task in checklist() if not task.done)


def test_mail_that_cannot_be_sent_is_told_not_raised(settings, monkeypatch):
    def refuse(*_args):
        raise ConnectionRefusedError("connection refused")

    monkeypatch.setattr("training_site.dashboard.mail.send_mail", refuse)

    answer = send_test_message("ada@example.org")

    assert not answer.good
    assert "connection refused" in answer.words


def test_mail_that_is_only_printed_does_not_count_as_sent(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

    with pytest.raises(CommandError, match="EMAIL_URL is not set"):
        call_command("check_mail", "ada@example.org")


def test_serve_wants_production_settings():
    with pytest.raises(CommandError, match="production settings"):
        call_command("serve")
