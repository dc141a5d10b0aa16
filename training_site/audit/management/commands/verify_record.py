from django.core.management.base import BaseCommand

from training_site.audit.verifying import verify


class Command(BaseCommand):
    help = "Recompute the audit chain. Exit 1 and the first bad entry where it does not hold."

    def handle(self, *args, **options):
        report = verify()
        self.stdout.write(
            f"{report.sealed} entries sealed, {report.unsealed} waiting to be sealed."
        )
        self.stdout.write(f"Head of the chain: {report.head}")
        if report.finding:
            found = report.finding
            self.stderr.write(
                f"Entry {found.seq or 'not sealed yet'} ({found.event}): {found.problem}."
            )
            raise SystemExit(1)
        self.stdout.write("The record holds.")
