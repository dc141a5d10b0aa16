"""`manage.py evaluate`: the requirement engine on two files, without a database."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from certification.scheme.fault_wording import fault_sentence
from certification.scheme.rules import (
    DocumentError,
    Evaluation,
    Facts,
    Scheme,
    evaluate,
    read_facts,
    read_scheme,
)
from certification.scheme.wording import message, state_word, with_messages

BAD_INPUT = 2


class Command(BaseCommand):
    help = "Evaluates the facts of one person under a scheme. Ends with 0 whether met or not."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--scheme", required=True, metavar="FILE.yaml", help="the scheme")
        parser.add_argument("--facts", required=True, metavar="FILE.json", help="the facts")
        parser.add_argument(
            "--renewal", action="store_true", help="what the scheme asks of people certified"
        )
        parser.add_argument("--json", action="store_true", help="print the Evaluation document")

    def handle(self, *, scheme: str, facts: str, renewal: bool, json: bool, **options):
        asked = self._read(scheme, read_scheme)
        if renewal:
            asked = self._renewing(scheme, asked)
        evaluation = evaluate(asked, self._read(facts, _facts))
        self.stdout.write(_as_json(evaluation) if json else _as_text(evaluation))

    def _renewing(self, path: str, scheme: Scheme) -> Scheme:
        if scheme.renewal is None:
            self._give_up(path, _("it says nothing of renewal."))
        return scheme.renewing()

    def _read(self, path: str, reader):
        """What the reader makes of a file; a file that cannot be read ends the command kindly."""
        try:
            return reader(Path(path).read_text(encoding="utf-8-sig"))
        except OSError as error:
            self._give_up(path, error.strerror or str(error))
        except UnicodeDecodeError:
            self._give_up(path, _("this is not text in UTF-8."))
        except DocumentError as error:
            self._give_up(path, fault_sentence(error))
        except (ValueError, RecursionError) as error:
            self._give_up(path, _("this is not JSON that can be read: %s") % error)

    def _give_up(self, path: str, why: str):
        self.stderr.write(f"{path}: {why}")
        raise SystemExit(BAD_INPUT)


def _facts(text: str) -> Facts:
    return read_facts(json.loads(text))


def _as_json(evaluation: Evaluation) -> str:
    return json.dumps(with_messages(evaluation.document()), indent=2)


def _as_text(evaluation: Evaluation) -> str:
    """A page for the terminal: the verdict, then a line for each requirement."""
    verdict = _("met") if evaluation.met else _("not met")
    lines = [
        f"{evaluation.scheme} {evaluation.version}, {evaluation.as_of.isoformat()}: {verdict}",
        *(_line(answer) for answer in evaluation.requirements),
    ]
    if evaluation.holds_until:
        lines.append(_("Time alone changes this on %s.") % evaluation.holds_until.isoformat())
    return "\n".join(lines)


def _line(answer) -> str:
    return f"  {state_word(answer):<24}{answer.title}: {message(answer)}"
