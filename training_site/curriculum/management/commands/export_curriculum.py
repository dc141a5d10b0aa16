"""manage.py export_curriculum FOLDER: the curriculum as it stands in the CMS, as readable files."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from courses.models import ProgrammePage
from training_site import audit
from training_site.curriculum.exporting import export_curriculum
from training_site.curriculum.report import Report


class Command(BaseCommand):
    help = (
        "Write live courses with their items as the files that load_curriculum reads. "
        "The items hold the keys: keep the folder where no learner reads."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="Made if it is not there.")
        parser.add_argument("--programme", help="Its code, where there are several.")

    def handle(self, *args, **options):
        programme = self._programme(options["programme"])
        report = Report(self.stdout.write)
        export_curriculum(programme, options["folder"], report)
        audit.record(
            "courses.curriculum.exported",
            actor=None,
            at=timezone.now(),
            values={"programme": programme.code, "files": report.counts["written"]},
        )
        self.stdout.write(f"Curriculum: {report.counts['written']} files in {options['folder']}")
        if report.counts["left out"]:
            raise CommandError(f"{report.counts['left out']} lessons were left out; see above.")

    def _programme(self, code: str | None) -> ProgrammePage:
        live = ProgrammePage.objects.live()
        found = list(live.filter(code=code) if code else live)
        if len(found) != 1:
            known = ", ".join(live.values_list("code", flat=True)) or "none yet"
            raise CommandError(f"Name one programme with --programme. There are: {known}.")
        return found[0]
