"""manage.py load_scheme: schemes and evaluation forms into the database, as often as you like."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from certification.scheme.actions import load_evaluation_form, load_scheme
from certification.scheme.fault_wording import fault_sentence
from certification.scheme.rules import DocumentError
from certification.scheme.rules.evaluation_form import is_evaluation_form
from training_site.verdict import Refused
from training_site.wording import sentence

CURRICULUM = Path(__file__).resolve().parents[2]
# Forms first: a scheme may ask for evaluations by them.
FOLDERS = (CURRICULUM / "evaluation-forms", CURRICULUM / "schemes")


class Command(BaseCommand):
    help = (
        "Load evaluation forms and scheme versions from YAML files; by default those that come "
        "with the curriculum."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE.yaml")

    def handle(self, *, files: list[Path], **options):
        for path in files or [path for one in FOLDERS for path in sorted(one.glob("*.yaml"))]:
            self.stdout.write(self._load(path))

    def _load(self, path: Path) -> str:
        try:
            return _loaded(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from error
        except DocumentError as error:
            raise CommandError(f"{path}: {fault_sentence(error)}") from error
        except Refused as error:
            raise CommandError(f"{path}: {sentence(error)}") from error


def _loaded(text: str) -> str:
    now = timezone.now()
    if is_evaluation_form(text):
        form, done = load_evaluation_form(text, by=None, now=now)
        return f"Evaluation form: {form} {done}."
    version, done = load_scheme(text, by=None, now=now)
    return f"Scheme: {version} {done}, {version.get_state_display().lower()}."
