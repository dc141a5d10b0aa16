"""manage.py load_curriculum: the files of the curriculum into the database, as often as you like."""

import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from training_site.curriculum.faults import Unreadable
from training_site.curriculum.loading import CURRICULUM, load_curriculum


class Command(BaseCommand):
    help = "Load or follow the curriculum files; a page edited in the CMS is never overwritten."

    def add_arguments(self, parser):
        parser.add_argument(
            "--from",
            dest="root",
            type=Path,
            default=CURRICULUM,
            help="A folder written by export_curriculum, or one of your own in the same form.",
        )

    def handle(self, *args, **options):
        start = time.monotonic()
        try:
            report = load_curriculum(timezone.now(), self.stdout.write, root=options["root"])
        except Unreadable as error:
            raise CommandError(f"{error}\nNothing was loaded.") from error
        done = ", ".join(f"{n} {what}" for what, n in sorted(report.counts.items())) or "no change"
        self.stdout.write(f"Curriculum: {done} ({time.monotonic() - start:.1f} s)")
