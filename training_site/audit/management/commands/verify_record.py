from django.core.management.base import BaseCommand

from training_site.audit.verifying import verify


class Command(BaseCommand):
    help = "Recompute the audit chain. Exit 1 and the first bad entry where it does not hold."

    def add_arguments(self, parser):
        parser.add_argument(
            "--head", default="", help="a head of the chain that was published or noted before"
        )

    def handle(self, *args, head: str, **options):
        report = verify(published=head)
        self.stdout.write(
            f"{report.sealed} entries sealed, {report.unsealed} waiting to be sealed."
        )
        self.stdout.write(f"Head of the chain: {report.head}")
        if report.finding:
            found = report.finding
            where = (
                f"Entry {found.seq or 'not sealed yet'} ({found.event})" if found.event else "End"
            )
            self.stderr.write(f"{where}: {found.problem}.")
            raise SystemExit(1)
        self.stdout.write("The record holds.")
