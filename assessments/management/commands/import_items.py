"""manage.py import_items FILE --bank SLUG: questions of another program into a bank, as drafts."""

import json
from dataclasses import asdict
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from assessments.actions.importing import Report, import_items
from assessments.interchange import FORMATS, read
from assessments.models import ItemBank
from training_site.accounts.models import User
from training_site.accounts.permissions import may
from training_site.verdict import Refused
from training_site.wording import sentence


class Command(BaseCommand):
    help = (
        "Import questions from GIFT, Aiken, Moodle XML, QTI or CSV. Each arrives as a draft that somebody"
        " else reviews. Everything is imported or nothing, unless --partial."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--bank", required=True, help="The slug of the bank.")
        parser.add_argument("--format", default="auto", choices=["auto", *FORMATS])
        parser.add_argument("--outcome", help="For questions that name none of our outcomes.")
        parser.add_argument("--encoding", help="Where the file is not in UTF-8, such as cp1252.")
        parser.add_argument("--by", help="Who brings them: an instructor's address.")
        parser.add_argument("--dry-run", action="store_true", help="Say what would become of each.")
        parser.add_argument(
            "--partial", action="store_true", help="Import what can be, skip the rest."
        )
        parser.add_argument("--json", action="store_true", help="The report as JSON.")

    def handle(self, *args, file, bank, outcome, dry_run, partial, **options):
        known = self._bank(bank)
        by = self._by(options["by"], dry_run)
        format = None if options["format"] == "auto" else options["format"]
        reading = read(self._data(file), file.name, format, options["encoding"])
        given = {"by": by, "now": timezone.now(), "outcome": outcome}
        try:
            report = import_items(known, reading, **given, dry_run=dry_run, partial=partial)
        except Refused as refused:
            raise CommandError(sentence(refused)) from None
        if options["json"]:
            self.stdout.write(json.dumps(asdict(report) | {"counts": report.counts}))
        else:
            self._say(report)
        self._end(report, dry_run, partial)

    def _data(self, file: Path) -> bytes:
        try:
            return file.read_bytes()
        except OSError as fault:
            raise CommandError(f"{file}: {fault.strerror}.") from None

    def _bank(self, slug: str) -> ItemBank:
        found = ItemBank.objects.filter(slug=slug).first()
        if found is None:
            known = ", ".join(ItemBank.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no bank “{slug}”. There are: {known}.")
        return found

    def _by(self, address: str | None, dry_run: bool) -> User | None:
        if address is None and dry_run:
            return None
        found = User.objects.filter(email__iexact=address or "").first()
        if found is None or not may(found, "assessments.write_items"):
            raise CommandError("Name with --by the instructor who brings these questions.")
        return found

    def _say(self, report: Report) -> None:
        for row in report.rows:
            line = f"{row.line}: " if row.line else ""
            said = f" – {row.words}" if row.words else ""
            self.stdout.write(f"{line}{row.ref or '–'}: {row.became}{said}")
            for note in row.notes:
                self.stdout.write(f"    {note}")
        counts = ", ".join(f"{count} {became}" for became, count in report.counts.items() if count)
        self.stdout.write(counts or "The file holds no questions.")

    def _end(self, report: Report, dry_run: bool, partial: bool) -> None:
        if report.refused:
            raise CommandError(" ".join(report.refused))
        if report.stopped_by and not partial:
            raise CommandError(
                f"Nothing was imported: {len(report.stopped_by)} skipped. Correct the file, or use"
                " --partial to import the others."
            )
        if dry_run:
            self.stdout.write("Nothing was written: this was a dry run.")
