"""What makes a demo out of an empty folder, step by step, each safe to repeat."""

import hashlib
import io
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from training_site.crypto.keys import create_missing
from training_site.demo import haste, mark

# A change to any of these is a reason to load again; nothing else is.
LOADED_FROM = (
    "**/migrations/*.py",
    "training_site/curriculum/**/*",
    "training_site/demo/**/*.py",
    "training_site/demo/casework/*",
)


@dataclass(frozen=True)
class Step:
    label: str
    run: Callable[[], object]


def make_folders() -> None:
    create_missing(Path(settings.KEY_DIR))
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


def command(name: str) -> Callable[[], None]:
    """A management command without its talk: the step's line says what happens."""
    return lambda: call_command(name, stdout=io.StringIO())


def migrate() -> None:
    call_command("migrate", verbosity=0, interactive=False)


STEPS = (
    Step("Keys and folders", make_folders),
    Step("Database", migrate),
    Step("Demo mark", mark.mark_as_demo),
    Step("Curriculum", command("load_curriculum")),
    Step("Certification scheme", command("load_scheme")),
    Step("Demo people", command("load_demo")),
)


def load(say: Callable[[str], None]) -> None:
    """Run the steps, or none of them when this very state has been loaded before."""
    now = fingerprint()
    if mark.loaded_is(now):
        say("  Everything is loaded already")
        return
    haste.spare_the_disk()
    for step in STEPS:
        start = time.monotonic()
        step.run()
        say(f"  {step.label:<24}{time.monotonic() - start:6.1f} s")
    mark.remember_loaded(now)


def fingerprint() -> str:
    digest = hashlib.sha256()
    for path in sorted(_sources(Path(settings.BASE_DIR))):
        digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()


def _sources(root: Path):
    for package in ("training_site", "courses", "assessments", "certification"):
        yield from (root / package).glob(LOADED_FROM[0])
    for pattern in LOADED_FROM[1:]:
        yield from (p for p in root.glob(pattern) if p.is_file() and "__pycache__" not in p.parts)
