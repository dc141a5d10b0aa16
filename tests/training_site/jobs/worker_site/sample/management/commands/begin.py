from django.core.management import BaseCommand, call_command
from django.db import transaction

from training_site.jobs import enqueue


class Command(BaseCommand):
    help = "Migrate, then ask for work: ten notes, one failure, and one fact that is undone."

    def handle(self, *args, **options):
        call_command("migrate", verbosity=0)
        for number in range(10):
            enqueue("sample.note", key=f"note:{number}", args=[number])
            enqueue("sample.note", key=f"note:{number}", args=[number])
        enqueue("sample.fail", key="fail:1")
        with transaction.atomic():
            enqueue("sample.note", key="note:99", args=[99])
            transaction.set_rollback(True)
