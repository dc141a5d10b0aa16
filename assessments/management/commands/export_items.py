"""manage.py export_items BANK FILE: a bank's questions, keys included, for another program."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from assessments.actions.exporting import export_items
from assessments.interchange import FORMATS
from assessments.interchange.reading import FileRefused
from assessments.models import ItemBank

BY_SUFFIX = {".gift": "gift", ".csv": "csv", ".xml": "moodle_xml", ".zip": "qti_30"}


class Command(BaseCommand):
    help = "Write the live questions of a bank to a file. It holds the keys: keep it where no learner reads."

    def add_arguments(self, parser):
        written = [name for name, known in FORMATS.items() if known.write]
        parser.add_argument("bank", help="The slug of the bank.")
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--format", choices=written, help="By default what the file's name says."
        )
        parser.add_argument("--drafts", action="store_true", help="The newest wording of each.")

    def handle(self, *args, bank, file, format, drafts, **options):
        found = ItemBank.objects.filter(slug=bank).first()
        if found is None:
            raise CommandError(f"There is no bank “{bank}”.")
        name = format or BY_SUFFIX.get(file.suffix.lower())
        if name is None:
            raise CommandError("Name the format with --format.")
        try:
            written = export_items(found, name, by=None, now=timezone.now(), drafts=drafts)
        except FileRefused as refused:
            raise CommandError(refused.problem.words) from None
        file.write_bytes(written.data)
        for problem in written.problems:
            self.stdout.write(f"{problem.ref}: {problem.words}")
        self.stdout.write(f"{FORMATS[name].label}: {file}")
