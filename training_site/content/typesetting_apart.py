"""Typesetting what somebody is still writing: in a process of its own, whose time and memory end.

A published document is set where it is needed (`typesetting`). A draft may hold anything, so nobody
else waits for it: what takes too long is stopped, and the reader is told.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence

from training_site.content.typesetting import ROOT, CannotBeSet, GlyphMissing, TooLong

SECONDS = 8
MEMORY = 2 * 1024**3  # bytes of address space; a page takes a tenth of it
REFUSED = 3


class TooSlow(CannotBeSet):
    """It was stopped before it was done."""


def typeset_apart(
    call: str,
    template: str,
    inputs: Mapping[str, str],
    *,
    variants: Sequence[Mapping[str, str]] = ({},),
    seconds: float = SECONDS,
    **options,
) -> bytes:
    """What `typesetting.pdf` or `.picture` (`call`) gives of the first variant that fits."""
    asked = {
        "call": call,
        "template": template,
        "inputs": [{**inputs, **variant} for variant in variants],
        "options": options,
    }
    try:
        done = subprocess.run(  # noqa: S603 (our own interpreter and module)
            [sys.executable, "-m", __name__],
            input=json.dumps(asked).encode(),
            capture_output=True,
            cwd=ROOT,
            env={"PYTHONDONTWRITEBYTECODE": "1"},
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        raise TooSlow("stopped") from None
    if done.returncode == 0:
        return done.stdout
    raise _named(done)


def _named(done: subprocess.CompletedProcess) -> Exception:
    """Why there is no document. Killed by the limit of time or memory is stopped, too."""
    if done.returncode < 0:
        return TooSlow("stopped")
    if done.returncode != REFUSED:
        return RuntimeError(f"typesetting ended with {done.returncode}")
    said = json.loads(done.stdout)
    return GlyphMissing(said["missing"]) if said["missing"] else TooLong("does not fit")


def _main() -> int:
    import resource

    from training_site.content import typesetting

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    asked = json.load(sys.stdin)
    refused: CannotBeSet = TooLong("nothing was asked")
    for inputs in asked["inputs"]:
        try:
            made = getattr(typesetting, asked["call"])(
                asked["template"], inputs, **asked["options"]
            )
        except TooLong as error:
            refused = error
            continue
        except GlyphMissing as error:
            refused = error
            break
        sys.stdout.buffer.write(made)
        return 0
    sys.stdout.write(json.dumps({"missing": getattr(refused, "characters", "")}))
    return REFUSED


if __name__ == "__main__":
    sys.exit(_main())
