"""`manage.py rotate_keys`: one more key of each kind, used from now on (docs/keys.md)."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from certification.credentials.actions.keys import CertificatesAreBeingMade, rotate_key
from training_site.crypto.keys import MAKERS


class Command(BaseCommand):
    help = "Make a new key of each kind named, of all without a name. Old keys stay and stay published."

    def add_arguments(self, parser):
        parser.add_argument("kinds", nargs="*", metavar="kind", help=", ".join(MAKERS))

    def handle(self, *, kinds: list[str], **options):
        if unknown := sorted(set(kinds) - set(MAKERS)):
            raise CommandError(
                f"No such kind: {', '.join(unknown)}. There are {', '.join(MAKERS)}."
            )
        try:
            made = [rotate_key(kind, now=timezone.now()) for kind in kinds or MAKERS]
        except CertificatesAreBeingMade:
            raise CommandError(
                "A certificate is being made. Try again when no job waits for it."
            ) from None
        self.stdout.write(f"Made {', '.join(made)}. Back up KEY_DIR now.")
