"""`manage.py setup`: from an empty machine to an installation that its first administrator can open."""

import os
import zoneinfo

from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.utils import timezone

from training_site.accounts.notices import absolute
from training_site.dashboard import installation
from training_site.dashboard.checklist import checklist
from training_site.dashboard.mail import send_test_message

QUESTIONS = {
    "name": ("SETUP_NAME", "Name of the association: "),
    "zone": ("SETUP_ZONE", "Its time zone, e.g. Europe/London: "),
    "email": ("SETUP_EMAIL", "E-mail address of the first administrator: "),
}


class Command(BaseCommand):
    help = "Set up a real installation. Repeating it keeps what is there."
    requires_system_checks = []  # the keys and tables that they ask about are made here

    def add_arguments(self, parser):
        parser.add_argument("--name", help="name of the association")
        parser.add_argument("--zone", help="time zone, e.g. Europe/London")
        parser.add_argument("--email", help="address of the first administrator")
        parser.add_argument(
            "--no-input", action="store_true", help="ask nothing; use flags and SETUP_…"
        )

    def handle(self, *args, **options):
        answers = {key: self._answer(key, options) for key in QUESTIONS}
        _require_usable(**answers)
        installation.make_data_folder()
        made = installation.make_keys()
        self.stdout.write(f"Keys: {', '.join(made) or 'all there'}")
        call_command("migrate", verbosity=0, interactive=False)
        self.stdout.write("Database: ready")
        installation.make_front_pages()
        installation.name_association(answers["name"], answers["zone"])
        self.stdout.write(f"Association: {answers['name']} ({answers['zone']})")
        self.stdout.write(f"Mail: {send_test_message(answers['email']).words}")
        self._administrator(answers["email"])
        self._say_what_is_missing()

    def _answer(self, key: str, options: dict) -> str:
        variable, question = QUESTIONS[key]
        answer = options[key] or os.environ.get(variable, "")
        if not answer and options["no_input"]:
            raise CommandError(f"--{key} (or {variable}) is needed with --no-input.")
        return (answer or input(question)).strip()

    def _administrator(self, email: str) -> None:
        if installation.first_administrator():
            self.stdout.write("Administrator: there is one already")
            return
        invitation = installation.invite_first_administrator(email, timezone.now())
        until = f"{invitation.expires_at:%d %B %Y}"
        self.stdout.write(f"\nThe first administrator opens this link, once, until {until}:")
        self.stdout.write(f"  {absolute(invitation.path)}\n")

    def _say_what_is_missing(self) -> None:
        self.stdout.write("Before you open:")
        for task in checklist():
            mark, how = ("x", "") if task.done else (" ", f": {task.how}")
            self.stdout.write(f"  [{mark}] {task.what}{how}")
        self.stdout.write("\nStart the site with: make serve")


def _require_usable(*, name: str, zone: str, email: str) -> None:
    if not name:
        raise CommandError("The association needs a name.")
    if zone not in zoneinfo.available_timezones():
        raise CommandError(f"{zone!r} is no time zone. Write one such as Europe/London.")
    try:
        validate_email(email)
    except ValidationError:
        raise CommandError(f"{email!r} is no e-mail address.") from None
