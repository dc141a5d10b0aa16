"""manage.py load_curriculum: the files of the curriculum into the database, as often as you like."""

import time

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from training_site.curriculum.loading import load_curriculum
from training_site.curriculum.reading import Unreadable


class Command(BaseCommand):
    help = "Load or follow the curriculum files; a page edited in the CMS is never overwritten."

    def handle(self, *args, **options):
        start = time.monotonic()
        try:
            report = load_curriculum(timezone.now(), self.stdout.write)
        except Unreadable as error:
            raise CommandError(str(error)) from error
        done = ", ".join(f"{n} {what}" for what, n in sorted(report.counts.items())) or "no change"
        self.stdout.write(f"Curriculum: {done} ({time.monotonic() - start:.1f} s)")
