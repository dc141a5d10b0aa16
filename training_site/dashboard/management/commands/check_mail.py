"""`manage.py check_mail ADDRESS`: send one test message and say what became of it."""

from django.core.management.base import BaseCommand, CommandError

from training_site.dashboard.mail import send_test_message


class Command(BaseCommand):
    help = "Send a test message."

    def add_arguments(self, parser):
        parser.add_argument("address")

    def handle(self, *args, address, **options):
        answer = send_test_message(address)
        if not answer.good:
            raise CommandError(answer.words)
        self.stdout.write(answer.words)
