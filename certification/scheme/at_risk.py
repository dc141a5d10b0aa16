"""Interns whose way may not come to its end: what is known of all of them, in a few queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext_lazy as _many

from certification.practice.models import (
    HoursEntry,
    InternshipAdmission,
    LeaveOfAbsence,
    Milestone,
    SupervisionAgreement,
    SupervisorAuthority,
)
from certification.practice.models.hours import EntryState
from certification.practice.rules.categories import CLINICIAN, MENTOR
from certification.scheme.cohorts import with_latest
from certification.scheme.models import RequirementEvaluation, SchemePin
from certification.scheme.rules import read_scheme
from certification.scheme.rules.at_risk import (
    LATELY_DAYS,
    Sign,
    Situation,
    signs_of,
    window_end,
)
from certification.scheme.rules.facts import Leave
from certification.scheme.rules.filters import WindowForward
from training_site.accounts.models import User
from training_site.content.templatetags.triad import longdate

SENTENCES = {
    "risk_supervisor_lapsed": _lazy("The licence of {name} is not seen for today."),
    "risk_window_over": _lazy("The time for the internship ended on {day}."),
    "risk_too_slow": _lazy(
        "At the pace of the last three months done by {expected}; the time ends on {day}."
    ),
    "risk_window_ends": _lazy("The time for the internship ends on {day}."),
    "risk_quiet": _lazy("No hours since {day}."),
    "risk_never_logged": _lazy("No hours since the admission on {day}."),
    "risk_unsigned": _many(
        "{count} month is not signed, of {month}.",
        "{count} months are not signed, the first of {month}.",
        "count",
    ),
    "risk_rhythm": _lazy("Not kept: {title}."),
}
Lookup = Mapping[int, object]


@dataclass(frozen=True)
class AtRisk:
    """One intern with every reason to talk with them."""

    person: User
    signs: list[Sign]

    @property
    def sentences(self) -> list[str]:
        return [sign_sentence(sign) for sign in self.signs]


def sign_sentence(sign: Sign) -> str:
    said = {key: _said(key, value) for key, value in sign.figures.items()}
    template = SENTENCES[sign.reason]
    if "count" in sign.figures:
        return (template % {"count": sign.figures["count"]}).format(**said)
    return str(template).format(**said)


def at_risk(people: QuerySet[User], today: date) -> list[AtRisk]:
    """Whoever shows a sign, most signs first; constant queries, whatever their number."""
    known = _Known(people, today)
    found = [AtRisk(one, signs_of(known.situation_of(one))) for one in known.people]
    return sorted((one for one in found if one.signs), key=lambda one: -len(one.signs))


class _Known:
    """What the signs ask, of all these people at once."""

    def __init__(self, people: QuerySet[User], today: date):
        self.today, self.ids = today, people.order_by().values("pk")
        self.people = list(with_latest(people))
        mine = {"intern__in": self.ids}
        entries = HoursEntry.objects.filter(**mine).standing()
        pins = SchemePin.objects.filter(**mine).select_related("version")
        self.versions = {pin.intern_id: pin.version for pin in pins}
        self.admitted = dict(_pairs(InternshipAdmission.objects.filter(**mine), "approved_on"))
        self.last = dict(entries.values_list("intern").annotate(Max("date")).order_by())
        self.lately = self._lately(entries)
        self.unsigned = _grouped(self._unsigned(entries))
        self.lapsed, self.began = self._agreements()
        milestones = Milestone.objects.filter(person__in=self.ids)
        self.milestones = _grouped(milestones.values_list("person", "name", "on"))
        leaves = LeaveOfAbsence.objects.filter(person__in=self.ids).granted()
        self.leaves = _grouped(leaves.values_list("person", "starts_on", "ends_on"))
        self.rows = dict(self._rows())

    def situation_of(self, person: User) -> Situation:
        leaves = [Leave(*span) for span in self.leaves[person.pk]]
        return Situation(
            day=self.today,
            began=self.admitted.get(person.pk),
            last_hours=self.last.get(person.pk),
            on_leave=any(one.start <= self.today <= (one.end or self.today) for one in leaves),
            rows=self.rows.get(person.latest, ()),
            unsigned_months=[month for (month,) in self.unsigned[person.pk]],
            lapsed=self.lapsed.get(person.pk, ()),
            window_ends=self._window(person, leaves),
            lately=self.lately.get(person.pk, {}),
        )

    def _window(self, person: User, leaves: list[Leave]) -> date | None:
        """The earliest end of what the scheme gives for hours, an extension included."""
        milestones = dict(self.milestones[person.pk])
        milestones |= {"internship_approved": self.admitted.get(person.pk)}
        milestones |= {"internship_began": self.began.get(person.pk)}
        ends = []
        for rule in read_scheme(self.versions[person.pk].text).filters:
            if isinstance(rule, WindowForward):
                end = window_end(milestones.get(rule.milestone), rule.months, leaves)
                later = milestones.get(rule.extended_to)
                ends += [max(end, later) if later else end] if end else []
        return min(ends, default=None)

    def _lately(self, entries) -> dict[int, dict[str, int]]:
        since = self.today - timedelta(LATELY_DAYS)
        claimed = entries.filter(date__gt=since).exclude(
            state__in=[EntryState.DRAFT, EntryState.RETURNED]
        )
        rows = claimed.values_list("intern", "category").annotate(Sum("minutes")).order_by()
        found: dict[int, dict[str, int]] = defaultdict(dict)
        for intern, category, minutes in rows:
            found[intern][category] = minutes
        return found

    def _unsigned(self, entries):
        """Months whose signature was due: a month is signed by the end of the next one."""
        first = self.today.replace(day=1)
        before = (first - timedelta(1)).replace(day=1)
        waiting = entries.filter(state=EntryState.SUBMITTED, date__lt=before)
        months = waiting.annotate(month_of=TruncMonth("date")).order_by()
        return months.values_list("intern", "month_of").distinct()

    def _agreements(self) -> tuple[dict[int, list[str]], dict[int, date]]:
        """Supervisors of agreements in force whose licence doesn't cover today; when it began."""
        agreements = SupervisionAgreement.objects.filter(intern__in=self.ids).ever_approved()
        proofs = SupervisorAuthority.objects.covering(self.today)
        entitled = set(proofs.values_list("person", "role"))
        lapsed: dict[int, list[str]] = defaultdict(list)
        began: dict[int, date] = {}
        for one in agreements.with_people():
            began[one.intern_id] = min(one.counts_from, began.get(one.intern_id, one.counts_from))
            if one.counts_until is None or one.counts_until >= self.today:
                lapsed[one.intern_id] += _lapsed_in(one, entitled)
        return lapsed, began

    def _rows(self) -> Iterable[tuple[int, list]]:
        keys = [person.latest for person in self.people if person.latest]
        kept = RequirementEvaluation.objects.filter(pk__in=keys)
        for key, rows in kept.values_list("pk", "result__requirements").iterator(chunk_size=50):
            yield key, [_lean(row) for row in rows]


def _lean(row: Mapping) -> dict:
    """Without its lists of entries, which no sign asks for."""
    kept = ("id", "rule", "title", "state", "unit", "shortfall", "figures")
    return {key: row[key] for key in kept}


def _lapsed_in(agreement: SupervisionAgreement, entitled: set) -> list[str]:
    people = {role: agreement.supervisor(role) for role in (MENTOR, CLINICIAN)}
    return [str(one) for role, one in people.items() if (one.pk, role) not in entitled]


def _grouped(rows: Iterable[tuple]) -> dict[int, list[tuple]]:
    found: dict[int, list[tuple]] = defaultdict(list)
    for key, *rest in rows:
        found[key].append(tuple(rest))
    return found


def _pairs(rows, field: str):
    return rows.values_list("intern", field)


def _said(key: str, value: object) -> object:
    if key == "month":
        return _("%(month)s") % {"month": value.strftime("%B %Y")}
    return longdate(value) if isinstance(value, date) else value
