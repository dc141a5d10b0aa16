"""manage.py import_people: the members an association has, from a spreadsheet."""

from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from certification.practice.rules.people_file import PersonLine, read_people
from certification.scheme.actions.people import Brought, bring_in_all
from certification.scheme.people_wording import report_line
from training_site.accounts.models import User
from training_site.accounts.permissions import may
from training_site.accounts.roles import Role
from training_site.verdict import Refused
from training_site.wording import sentence


class Command(BaseCommand):
    help = (
        "Invite people and record their membership and milestones, line by line from a CSV file. "
        "Run it again once they have accepted: it records what waited, and changes nothing twice."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE.csv")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen")
        parser.add_argument(
            "--skip-bad", action="store_true", help="take the good lines where others are refused"
        )
        parser.add_argument(
            "--by", metavar="ADDRESS", help="who brings them in; by default the one administrator"
        )

    def handle(self, *, file: Path, dry_run: bool, skip_bad: bool, by: str | None, **options):
        lines, actor = self._read(file), self._actor(by)
        brought = bring_in_all(
            lines,
            by=actor,
            now=timezone.now(),
            dry_run=dry_run,
            skip_bad=skip_bad,
            tell=lambda one: self.stdout.write(report_line(one)),
        )
        self._sum_up(brought, dry_run, skip_bad)

    def _read(self, file: Path) -> list[PersonLine]:
        try:
            return read_people(file.read_bytes())
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        except Refused as refused:
            raise CommandError(f"{file}: {sentence(refused)}") from refused

    def _actor(self, address: str | None) -> User:
        if address:
            found = list(User.objects.filter(email__iexact=address, is_active=True))
        else:
            found = list(User.objects.holding(Role.ADMINISTRATOR)[:2])
        if len(found) != 1 or not may(found[0], "practice.manage"):
            raise CommandError(sentence("nobody_to_import_as"))
        return found[0]

    def _sum_up(self, brought: list[Brought], dry_run: bool, skip_bad: bool) -> None:
        counts = Counter(one.outcome for one in brought)
        waits = sum(bool(one.later) for one in brought)
        totals = (
            f"{len(brought)} lines: {counts['imported']} imported, {counts['unchanged']} unchanged, "
            f"{counts['refused']} skipped. Of these, {waits} still wait for something."
        )
        self.stdout.write(totals)
        if dry_run:
            self.stdout.write("A dry run: nothing was written.")
        if counts["refused"]:
            kept = "The other lines were taken." if skip_bad else "Nothing was written."
            raise CommandError(
                f"{counts['refused']} lines were refused. {'' if dry_run else kept}".strip()
            )
