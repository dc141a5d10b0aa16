"""manage.py load_demo: the demo people at their stages, by the same actions that the site uses."""

import time
from functools import partial

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from certification.scheme.models import SchemeVersion
from courses.models import CoursePage
from training_site.audit.sealing import seal
from training_site.content.association import asked_once
from training_site.demo import haste, mark
from training_site.demo.people import BY_KEY
from training_site.demo.stages import STAGES
from training_site.demo.stages.past import Past
from training_site.demo.stages.people import is_here
from training_site.jobs.outbox import drain


class Command(BaseCommand):
    help = "Bring the demo people to their stages; whoever is there already stays as they are."

    def handle(self, *args, **options):
        _refuse_where_it_has_no_place()
        haste.spare_the_disk()
        past = Past(timezone.now())
        missing = [key for key in STAGES if not is_here(key)]
        with asked_once():
            for key in missing:
                self._timed(BY_KEY[key].name, partial(_bring, key, past))
        if missing:
            self._timed("Record sealed", _seal_all)
        self.stdout.write(f"Demo people: {len(missing)} added, {len(STAGES)} in all.")

    def _timed(self, label: str, run) -> None:
        start = time.monotonic()
        run()
        self.stdout.write(f"  {label:<24}{time.monotonic() - start:6.1f} s")
        self.stdout.flush()


def _refuse_where_it_has_no_place() -> None:
    if not settings.DEMO:
        raise CommandError("DEMO is not set: demo people are never put into a real installation.")
    try:
        mark.mark_as_demo()
    except ImproperlyConfigured as refusal:
        raise CommandError(str(refusal)) from refusal
    if not CoursePage.objects.filter(code="ethics").exists():
        raise CommandError("There is no curriculum yet. Run load_curriculum first.")
    if SchemeVersion.objects.effective() is None:
        raise CommandError("There is no certification scheme yet. Run load_scheme first.")


@transaction.atomic
def _bring(key: str, past: Past) -> None:
    """Drained before anything is promised in it, the outbox is empty before it would be sent: no
    worker runs yet, and the site opens with its mail and certificates made."""
    transaction.on_commit(drain)
    STAGES[key](past)


def _seal_all() -> None:
    while seal():
        pass
