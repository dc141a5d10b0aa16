"""The hours of the large requirements over time, drawn and in words, with a guess where they lead."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from certification.practice.rules.categories import SIGNED_BY
from certification.scheme.next_steps import DONE
from certification.scheme.rules.facts import Leave
from certification.scheme.rules.pace import LEAST_WEEKS, Pace, pace_of, reached_on
from certification.scheme.rules.progress_plot import Course, Drawing, drawing_of
from training_site.content.templatetags.triad import duration, longdate

TOTALS = ("total_min", "category_min")
MOST = 2


@dataclass(frozen=True)
class Progress:
    """One small drawing, with the same in sentences."""

    id: str
    title: str
    amount: str
    drawing: Drawing | None
    sentences: list[str]
    need: str


def progress_of(result: Mapping, entries: Mapping, as_of: date) -> list[Progress]:
    """The requirements of logged hours that ask for most, in the order of the scheme."""
    rows = [row for row in result["requirements"] if row["rule"] in TOTALS and _is_logged(row)]
    largest = sorted(rows, key=lambda row: -row["need"])[:MOST]
    breaks = result.get("breaks", ())
    return [_progress(row, entries, as_of, breaks) for row in rows if row in largest]


def _is_logged(row: Mapping) -> bool:
    asked = row["figures"]["where"].get("category", ())
    return bool(asked) and all(one in SIGNED_BY for one in asked)


def _progress(row: Mapping, entries: Mapping, as_of: date, breaks: Sequence[Mapping]) -> Progress:
    signed = [
        (entries[one["entry"]].date, one["minutes"]) for one in _known(row["counted"], entries)
    ]
    waiting = [(entry.date, entry.minutes) for entry in _waiting(row, entries)]
    leaves = [_leave(one) for one in breaks if one["case"] is None]
    pace = pace_of([*signed, *waiting], as_of, leaves)
    missing = max(0, row["need"] - row["projected"])
    leads_to = reached_on(missing, pace, as_of, leaves) if pace and missing else None
    leads_to = leads_to and max(leads_to, _earliest(row) or leads_to)
    course = Course(
        need=row["need"],
        start=row["have"] - sum(minutes for _day, minutes in signed),
        signed=signed,
        waiting=waiting,
        projected=row["projected"],
        as_of=as_of,
        leads_to=leads_to,
        breaks=[_leave(one) for one in breaks],
    )
    words = {"have": duration(row["have"]), "need": duration(row["need"])}
    return Progress(
        id=row["id"],
        title=row["title"],
        amount=_("%(have)s of %(need)s") % words,
        drawing=drawing_of(course),
        sentences=_sentences(row, pace, missing, leads_to, as_of),
        need=duration(row["need"]),
    )


def _known(lines: Iterable[Mapping], entries: Mapping) -> list[Mapping]:
    """What was brought from elsewhere has no page and no week of its own: the line begins above it."""
    return [line for line in lines if line["entry"] in entries]


def _waiting(row: Mapping, entries: Mapping) -> list:
    named = [one for some in row["pending"] for one in some["entries"]]
    return [entries[one] for one in named if one in entries]


def _leave(one: Mapping) -> Leave:
    end = one["end"] and date.fromisoformat(one["end"])
    return Leave(date.fromisoformat(one["start"]), end)


def _earliest(row: Mapping) -> date | None:
    return date.fromisoformat(row["earliest"]) if row["earliest"] else None


def _sentences(
    row: Mapping, pace: Pace | None, missing: int, leads_to: date | None, today: date
) -> list[str]:
    if row["state"] in DONE:
        return [_("Complete.")]
    said = [_waits(row)] if row["projected"] > row["have"] else []
    if not missing:
        return [*said, _("With what waits to be signed, it is complete.")]
    said.append(_guess(pace, leads_to))
    if (earliest := _earliest(row)) and earliest > today:
        within = _("Within the limits of the scheme it can be complete on %(day)s at the earliest.")
        said.append(within % {"day": longdate(earliest)})
    return said


def _waits(row: Mapping) -> str:
    waiting = _("%(time)s more wait to be signed.")
    return waiting % {"time": duration(row["projected"] - row["have"])}


def _guess(pace: Pace | None, leads_to: date | None) -> str:
    if pace is None:
        young = _("After %(weeks)d weeks of logged hours, a guess stands here when it is complete.")
        return young % {"weeks": LEAST_WEEKS}
    if not pace.minutes:
        idle = _(
            "Nothing of the last %(weeks)d weeks counts towards it, so no date can be guessed."
        )
        return (
            f"{idle % {'weeks': pace.weeks}} {_('The next hour you log takes the line up again.')}"
        )
    words = {"weeks": pace.weeks, "weekly": duration(pace.weekly)}
    lately = _("At the pace of the last %(weeks)d weeks (%(weekly)s a week)") % words
    if leads_to is None:
        return _("%(lately)s no day can be named.") % {"lately": lately}
    then = _("%(lately)s it is complete around %(month)s; the figure is a guess, not a promise.")
    return then % {"lately": lately, "month": date_format(leads_to, "F Y")}
