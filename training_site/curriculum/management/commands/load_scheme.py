"""manage.py load_scheme: the scheme files into the database, as often as you like."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from certification.scheme.actions import load_scheme
from certification.scheme.fault_wording import fault_sentence
from certification.scheme.rules import DocumentError
from training_site.verdict import Refused
from training_site.wording import sentence

SCHEMES = Path(__file__).resolve().parents[2] / "schemes"


class Command(BaseCommand):
    help = "Load scheme versions from YAML files; by default those that come with the curriculum."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE.yaml")

    def handle(self, *, files: list[Path], **options):
        for path in files or sorted(SCHEMES.glob("*.yaml")):
            version, done = self._load(path)
            self.stdout.write(f"Scheme: {version} {done}, {version.get_state_display().lower()}.")

    def _load(self, path: Path):
        try:
            return load_scheme(path.read_text(encoding="utf-8"), by=None, now=timezone.now())
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from error
        except DocumentError as error:
            raise CommandError(f"{path}: {fault_sentence(error)}") from error
        except Refused as error:
            raise CommandError(f"{path}: {sentence(error)}") from error
