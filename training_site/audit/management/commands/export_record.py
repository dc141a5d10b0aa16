from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from training_site import audit
from training_site.audit.exporting import exported_lines


class Command(BaseCommand):
    help = "Write the sealed record to FILE, for docs/verifying/triad_verify.py. The export is recorded."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="a new file; its name ends with .jsonl")

    def handle(self, *args, file: Path, **options):
        file.touch(mode=0o600, exist_ok=False)
        with file.open("w", encoding="utf-8") as out:
            written = sum(bool(out.write(f"{line}\n")) for line in exported_lines())
        with transaction.atomic():
            audit.record("audit.record.exported", actor=None, at=timezone.now())
        self.stdout.write(f"{written} entries written.")
