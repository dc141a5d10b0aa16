"""The log as a document to print, to keep and to read aloud."""

import json
from datetime import UTC, datetime, time

from django.conf import settings
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from certification.practice.adding import minutes_of
from certification.scheme.log import Log, LogLine
from training_site.content import typesetting
from training_site.content.civil import civil_date
from training_site.content.templatetags.triad import duration, longdate

TEMPLATE = "certification/scheme/documents/templates/log.typ"
STANDARDS = ["a-3a", "ua-1"]
FINGERPRINT = 16


def log_pdf(log: Log, association: str) -> bytes:
    """Tagged and archival. Raises GlyphMissing where no font of ours has a character of a name."""
    values = json.dumps(_values(log, association), ensure_ascii=False)
    made = datetime.combine(log.as_of, time(), tzinfo=UTC)
    return typesetting.pdf(TEMPLATE, {"log": values}, standards=STANDARDS, timestamp=made)


def _values(log: Log, association: str) -> dict:
    return {
        "association": association,
        "person": log.person.name,
        "demo": _("A demonstration: this is nobody's record.") if settings.DEMO else "",
        "words": _words(log),
        "totals": [
            {
                "label": str(one.label),
                "logged": duration(one.logged),
                "signed": duration(one.signed),
                "counts": duration(one.counts),
            }
            for one in log.totals
        ],
        "brought": [
            {
                "label": one.get_category_display(),
                "days": f"{longdate(one.first_day)} – {longdate(one.last_day)}",
                "minutes": duration(one.minutes),
            }
            for one in log.brought
        ],
        "months": [_month(month, lines) for month, lines in log.months],
        "signatures": [_signature(one) for one in log.signoffs],
    }


def _words(log: Log) -> dict:
    return _headings() | {
        "lang": (get_language() or "en").split("-")[0],
        "title": _("Log of supervised practice"),
        "as_of": _("As of %(day)s") % {"day": longdate(log.as_of)},
        "lede": _lede(log),
        "note": _(
            "Learning notes are private and are not part of this log. What counts was worked out "
            "on the day named above and may change with what is added."
        ),
    }


def _headings() -> dict:
    return {
        "totals": _("Totals"),
        "nothing": _("Nothing is handed in in these months."),
        "category": _("What it was"),
        "logged": _("Handed in"),
        "signed": _("Signed"),
        "counts": _("Counts"),
        "brought": _("Brought from another programme, seen by two members of staff"),
        "days": _("From, to"),
        "minutes": _("Duration"),
        "day": _("Date"),
        "what": _("What it was"),
        "case": _("Case"),
        "signed_by": _("Signed by"),
        "standing": _("Stands"),
        "signatures": _("Signatures"),
        "no_signatures": _("No month of these is signed yet."),
        "month": _("Month"),
        "fingerprint": _("Fingerprint of what was signed"),
    }


def _lede(log: Log) -> str:
    count = len(log.lines)
    told = ngettext("%(count)d entry, %(time)s", "%(count)d entries, %(time)s", count)
    parts = [told % {"count": count, "time": duration(log.minutes)}]
    if log.version:
        scheme = _("counted under %(scheme)s, version %(number)s")
        names = {"scheme": log.version.scheme.title, "number": log.version.number}
        parts.append(scheme % names)
    parts.append(_("as of %(day)s") % {"day": longdate(log.as_of)})
    return "; ".join(parts)


def _month(month, lines: list[LogLine]) -> dict:
    minutes = minutes_of(line.entry for line in lines)
    told = ngettext("%(count)d entry, %(time)s", "%(count)d entries, %(time)s", len(lines))
    return {
        "title": f"{month:%B %Y}",
        "lede": told % {"count": len(lines), "time": duration(minutes)},
        "lines": [_line(line) for line in lines],
    }


def _line(line: LogLine) -> dict:
    entry, signoff = line.entry, line.signoff
    return {
        "day": f"{entry.date:%-d %b} {entry.start:%H:%M}",
        "what": entry.get_category_display(),
        "how": entry.get_modality_display(),
        "case": entry.case.letter if entry.case else "",
        "minutes": duration(entry.minutes),
        "signer": str(entry.supervisor),
        "signed": longdate(civil_date(signoff.signed_at)) if signoff else "",
        "standing": line.standing.word,
        "why": " ".join(line.standing.sentences),
    }


def _signature(signoff) -> dict:
    own = signoff.manner == "own"
    return {
        "month": f"{signoff.month:%B %Y}",
        "name": str(signoff.supervisor),
        "manner": "" if own else signoff.get_manner_display(),
        "day": longdate(civil_date(signoff.signed_at)),
        "fingerprint": signoff.content_hash[:FINGERPRINT],
    }
