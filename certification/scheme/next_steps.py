"""What to do next about a requirement: whom to ask, what to do oneself, and where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.practice.models import HoursEntry
from certification.practice.rules.categories import SIGNED_BY
from certification.scheme.rules.vocabulary import CATEGORIES

DONE = ("met", "waived")
# More hours help, and they are logged.
LOGGED = frozenset(
    {
        "total_min",
        "category_min",
        "milestone_split",
        "session_count",
        "share_min",
        "share_max",
        "stepped_ratio",
        "percent_supervised",
        "cadence_average",
        "cadence_every",
        "period_min",
        "distinct_periods_min",
    }
)
# Hours that come of themselves, from lessons done and live days attended.
STUDIED = frozenset(
    {"didactic_async", "didactic_sync", "experiential_lab", "attitude_reassessment"}
)
# Hours that an intern does not log: these, and continuing education.
UNLOGGED = frozenset(CATEGORIES) - frozenset(SIGNED_BY)


@dataclass(frozen=True)
class Step:
    """One thing to do; `about` names the requirement where the text alone does not."""

    text: str
    url: str = ""
    about: str = ""


def steps_of(row: dict, entries: Mapping[str, HoursEntry], *, practises: bool) -> list[Step]:
    """For one requirement: first who has to sign, then what remains to oneself.

    Who is not admitted to practice yet is sent to no page of it.
    """
    if row["state"] in DONE:
        return []
    steps = [*asking(_waiting([row], entries)), _own(row, practises)]
    return [step for step in steps if step]


def steps_for_all(
    rows: Iterable[dict], entries: Mapping[str, HoursEntry], *, practises: bool
) -> list[Step]:
    """For the whole path: each signer once, each requirement once."""
    open_rows = [row for row in rows if row["state"] not in DONE]
    own = [_own(row, practises) for row in open_rows]
    return [*asking(_waiting(open_rows, entries)), *(step for step in own if step)]


def asking(waiting: Iterable[HoursEntry]) -> list[Step]:
    """Who has how many entries to sign; the link leads to the oldest month of them."""
    by_signer: dict[int, list[HoursEntry]] = {}
    for entry in sorted(waiting, key=lambda entry: entry.date):
        by_signer.setdefault(entry.supervisor_id, []).append(entry)
    return [_ask(some) for some in by_signer.values()]


def _ask(waiting: list[HoursEntry]) -> Step:
    sentence = ngettext(
        "%(name)s has %(count)d entry to sign",
        "%(name)s has %(count)d entries to sign",
        len(waiting),
    )
    url = reverse("practice_month", kwargs={"month": waiting[0].month})
    return Step(sentence % {"name": waiting[0].supervisor, "count": len(waiting)}, url)


def _waiting(rows: Iterable[dict], entries: Mapping[str, HoursEntry]) -> list[HoursEntry]:
    ids = {one for row in rows for pending in row["pending"] for one in pending["entries"]}
    return [entries[one] for one in ids if one in entries]


def _own(row: dict, practises: bool) -> Step | None:
    """What the person can do themselves, by the kind of requirement."""
    if row["state"] == "pending" and row["reason"] != "rhythm_running":
        return None
    return _learn(row) or (_practise(row) if practises else None)


def _practise(row: dict) -> Step | None:
    figures, about = row["figures"], row["title"]
    if row["rule"] in LOGGED and not UNLOGGED.issuperset(_categories(row) or {""}):
        return Step(_("Log hours"), log_url(row), about)
    if row["rule"] == "distinct_count":
        closing = figures.get("where", {}).get("closure")
        text = _("Close a case as planned") if closing else _("Open a case")
        return Step(text, reverse("practice"), about)
    if row["rule"] == "triad_complete":
        return Step(_("Look at what each case lacks"), reverse("practice"), about)
    if row["rule"] == "evaluation_required":
        return Step(_("Go to your evaluations"), reverse("practice_evaluations"), about)
    return None


def _learn(row: dict) -> Step | None:
    rule, about = row["rule"], row["title"]
    if rule == "course_done":
        return Step(_("Go to your course"), "/learn/", about)
    if rule == "content_area_min" or STUDIED.issuperset(_categories(row) or {""}):
        return Step(_("Go to your courses and live days"), "/learn/", about)
    if rule == "assessment_passed":
        return Step(_("Take the assessment"), "/learn/", about)
    if rule == "attestation_current":
        again = row["reason"] == "signature_too_old"
        text = _("Sign it again") if again else _("Read and sign it")
        return Step(text, _policy_url(row["figures"]), about)
    return None


def _categories(row: Mapping) -> list[str]:
    return row["figures"].get("where", {}).get("category", [])


def log_url(row: Mapping) -> str:
    """With the first of these kinds that an intern logs; the form asks where any kind will do."""
    mine = [one for one in _categories(row) if one in SIGNED_BY]
    query = f"?category={mine[0]}" if mine else ""
    return reverse("log_hours") + query


def _policy_url(figures: dict) -> str:
    """Signed, the page leads back to the path."""
    page = reverse("policy", kwargs={"policy": figures["policy"]})
    return f"{page}?next={reverse('path')}"
