"""WebVTT: read cue by cue and written anew, so that nothing of a file is given out as it came."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

LIMIT = 500_000  # characters
TIME = r"(?:(\d{2,3}):)?([0-5]\d):([0-5]\d)[.,](\d{3})"
TIMING = re.compile(rf"^{TIME}[ \t]+-->[ \t]+{TIME}(?:[ \t].*)?$")
TAGS = re.compile(r"<[^>]*>?")
SKIPPED = ("NOTE", "STYLE", "REGION")


class NotCaptions(ValueError):
    """Why a text is no WebVTT, by the reason that names its sentence."""


@dataclass(frozen=True)
class Cue:
    """From and to, in thousandths of a second, and its lines."""

    start: int
    end: int
    lines: tuple[str, ...]


def cleaned(text: str) -> str:
    """The captions as our own code writes them: times and words, without style, position or markup."""
    cues = list(_cues(text))
    if not cues:
        raise NotCaptions("captions_without_cues")
    written = "\n\n".join(_written(cue) for cue in cues)
    return f"WEBVTT\n\n{written}\n"


def _cues(text: str) -> Iterator[Cue]:
    if len(text) > LIMIT:
        raise NotCaptions("captions_too_long")
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not re.match(r"WEBVTT(?:[ \t].*)?$", lines[0]):
        raise NotCaptions("captions_of_another_kind")
    last = 0
    for block in _blocks(lines[1:]):
        cue = _cue(block)
        if cue is None:
            continue
        if cue.start < last or cue.end <= cue.start:
            raise NotCaptions("captions_out_of_order")
        last = cue.start
        yield cue


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []


def _cue(block: list[str]) -> Cue | None:
    """None for what is no cue; a name above the times is let go."""
    if block[0].startswith(SKIPPED):
        return None
    times = next((at for at, line in enumerate(block[:2]) if "-->" in line), None)
    if times is None:
        return None
    timing = TIMING.match(block[times].strip())
    if timing is None:
        raise NotCaptions("captions_with_wrong_times")
    lines = tuple(filter(None, (_plain(line) for line in block[times + 1 :])))
    return Cue(_moment(timing.groups()[:4]), _moment(timing.groups()[4:]), lines) if lines else None


def _plain(line: str) -> str:
    """The words alone, safe inside a cue: no markup, and no arrow that would begin another."""
    words = " ".join(unescape(TAGS.sub("", line)).split())
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _moment(parts) -> int:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


def _written(cue: Cue) -> str:
    return "\n".join([f"{_clock(cue.start)} --> {_clock(cue.end)}", *cue.lines])


def _clock(moment: int) -> str:
    seconds, thousandths = divmod(moment, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{thousandths:03}"
