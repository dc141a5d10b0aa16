"""How one entry stands, in words: what counts, what does not, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.translation import gettext as _

from certification.practice.models import HoursEntry
from certification.practice.models.hours import EntryState
from certification.scheme.limits_in_words import why_not
from certification.scheme.wording import flag_sentence
from training_site.content.templatetags.triad import duration

NO_LIMITS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Standing:
    """A word and its tone for the eye, sentences for the reader."""

    word: str
    tone: str
    sentences: tuple[str, ...] = ()


def standing_of(
    entry: HoursEntry, result: dict | None, limits: Mapping[str, str] = NO_LIMITS
) -> Standing:
    """`result` is the stored evaluation; None before there is a scheme. `limits`: a sentence for
    each rule of the scheme that takes minutes away."""
    if entry.state == EntryState.DRAFT:
        return Standing(_("Draft"), "quiet", (_("Not sent yet."),))
    if entry.state == EntryState.RETURNED:
        return Standing(_("Returned"), "warn", (_("Open it to read the comment."),))
    if entry.state == EntryState.CONTESTED:
        return Standing(_("Contested"), "warn", (_("The registrar decides about it."),))
    if entry.corrects_id and entry.state != EntryState.SIGNED:
        waits = _("Takes the place of the signed entry once %(name)s has signed it.")
        return Standing(_("Correction"), "info", (waits % {"name": entry.supervisor},))
    found = result["entries"].get(str(entry.public_id)) if result else None
    reasons = _reasons(found, limits)
    stands = _waiting if entry.state == EntryState.SUBMITTED else _signed
    return stands(entry, found, reasons)


def _waiting(entry: HoursEntry, found: dict | None, reasons: tuple[str, ...]) -> Standing:
    flags = _flags(found)
    if reasons and not _unasked(found):
        return Standing(_("Will not count"), "stop", (*reasons, *flags))
    counts = _("Counts once %(name)s has signed.") % {"name": entry.supervisor}
    said = reasons or (counts,)
    return Standing(_("Waiting for signature"), "info", (*said, *flags))


def _signed(entry: HoursEntry, found: dict | None, reasons: tuple[str, ...]) -> Standing:
    flags = _flags(found)
    if found is None or _unasked(found):
        return Standing(_("Signed"), "good", (*reasons, *flags))
    if not reasons:
        return Standing(_("Counts"), "good", flags)
    if found["minutes"]:
        part = _("%(some)s of %(all)s count.")
        words = part % {"some": duration(found["minutes"]), "all": duration(_worth(found))}
        return Standing(_("Counts in part"), "warn", (words, *reasons, *flags))
    return Standing(_("Does not count"), "stop", (*reasons, *flags))


def _worth(found: dict) -> int:
    """What the hour would count as a whole: its minutes, or what a conversion makes of them."""
    return found["minutes"] + sum(loss["minutes"] for loss in found["losses"])


def _unasked(found: dict) -> bool:
    """A kind of hour that this scheme sets no figure for: part of the record all the same."""
    return any(loss["reason"] == "not_in_scope" for loss in found["losses"])


def _reasons(found: dict | None, limits: Mapping[str, str]) -> tuple[str, ...]:
    """Why minutes are lost; that nobody has signed yet is said by the state."""
    losses = [one for one in found["losses"] if one["reason"] != "not_signed"] if found else []
    return tuple(why_not(one, limits) for one in losses)


def _flags(found: dict | None) -> tuple[str, ...]:
    return tuple(flag_sentence(one["flag"]) for one in found["flags"]) if found else ()
