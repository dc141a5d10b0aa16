from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from training_site.jobs.schedules import write_schedules


class Command(BaseCommand):
    help = "Write the periodic jobs of the code into django-q2's timetable."

    def handle(self, *args, **options):
        kept, gone = write_schedules(timezone.now())
        self.stdout.write(
            _("%(kept)s periodic jobs, %(gone)s old ones removed.") % {"kept": kept, "gone": gone}
        )
