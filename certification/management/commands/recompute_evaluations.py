"""`manage.py recompute_evaluations`: everybody's evaluation of today, one person after another."""

import time

from django.core.management.base import BaseCommand
from django.utils import timezone

from certification.scheme.actions.recomputing import recompute
from certification.scheme.models import SchemePin

WIDTH = 30


class Command(BaseCommand):
    help = "Works out and keeps the evaluation of every intern, under the version they are held to."

    def handle(self, **options):
        total, begun, done = SchemePin.objects.count(), time.monotonic(), 0
        for done, _key in enumerate(recompute(now=timezone.now()), 1):
            self._show(done, total, ending="\r")
        seconds = time.monotonic() - begun
        self._show(done, total, ending="\n")
        self.stdout.write(f"{done} interns in {seconds:.1f} s.")

    def _show(self, done: int, total: int, *, ending: str) -> None:
        """A bar on a terminal; in a file or a log only the end is written."""
        if ending == "\n" or self.stdout.isatty():
            filled = WIDTH * done // total if total else WIDTH
            bar = "#" * filled + "." * (WIDTH - filled)
            self.stdout.write(f"[{bar}] {done}/{total}", ending=ending)
