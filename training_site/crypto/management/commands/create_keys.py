from django.conf import settings
from django.core.management.base import BaseCommand

from training_site.crypto.keys import create_missing


class Command(BaseCommand):
    help = "Create the keys that are missing from KEY_DIR. Existing keys are never touched."
    requires_system_checks = []

    def handle(self, *args, **options):
        made = create_missing(settings.KEY_DIR)
        self.stdout.write(f"Made {', '.join(made)}." if made else "All keys are there.")
