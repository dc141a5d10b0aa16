"""Each piece of evidence in words: by month, with its version, and no name for whoever is from outside."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.models import Attempt
from assessments.rules.scoring import in_figures
from certification.practice.models import (
    Case,
    Evaluation,
    HoursEntry,
    Membership,
    OpeningBalance,
    PeriodSignOff,
)
from certification.practice.models.signoffs import Manner
from certification.practice.rules.categories import MENTOR, signer_role
from certification.scheme.models import Credit
from certification.scheme.studied import Studied
from courses.completion import DidacticEntry
from training_site.content.association import association
from training_site.content.civil import association_zone, civil_date
from training_site.content.models import Attestation
from training_site.content.templatetags.triad import duration

FINGERPRINT = 12


@dataclass(frozen=True)
class Line:
    """One piece of evidence; `parts` are those that it sums up, folded away behind it."""

    text: str
    parts: Sequence[str] = ()


class Lines:
    def __init__(self, *, outside: bool):
        self.outside = outside
        self.clinician, self.zone = association().clinician_label, association_zone()

    def month(self, some: Sequence[tuple[HoursEntry, int]]) -> Line:
        """Entries of one month that one person signed."""
        entry = some[0][0]
        cases = sorted({one.case.letter for one, _minutes in some if one.case})
        text = _joined(
            _month(entry.month),
            _entries(len(some)),
            duration(sum(minutes for _entry, minutes in some)),
            _("case %(letters)s") % {"letters": ", ".join(cases)} if cases else "",
            self._signed(entry),
        )
        return Line(text, list(_signatures(some)))

    def study(self, month: date, kind: str, some: Sequence[tuple[Studied, int]]) -> Line:
        minutes = duration(sum(minutes for _entry, minutes in some))
        lessons = [_lesson(entry) for entry, _minutes in some if entry.version]
        return Line(_joined(_month(month), _entries(len(some)), minutes, kind), lessons)

    def balance(self, one: OpeningBalance, minutes: int) -> Line:
        span = f"{_month(one.first_day)} – {_month(one.last_day)}"
        seen = _("brought from another programme, seen by two members of staff")
        return Line(_joined(span, one.get_category_display(), duration(minutes), seen))

    def course(self, day: str | None, lessons: Sequence[DidacticEntry]) -> list[Line]:
        if not day:
            return []
        finished = _("Finished in %(month)s") % {"month": _month(date.fromisoformat(day))}
        count = ngettext("%(count)d lesson", "%(count)d lessons", len(lessons))
        told = count % {"count": len(lessons)} if lessons else ""
        return [Line(_joined(finished, told), [_of_course(one) for one in lessons])]

    def attempt(self, one: Attempt) -> Line:
        words = _("Attempt %(number)d: %(marks)s of %(most)s, %(outcome)s, %(month)s")
        said = words % {
            "number": one.number,
            "marks": in_figures(one.marks),
            "most": in_figures(one.max_marks),
            "outcome": _("passed") if one.passed else _("not passed"),
            "month": self._in(one.submitted_at),
        }
        return Line(_joined(said, _fingerprint(_("form"), one.form.content_hash)))

    def attestation(self, one: Attestation) -> Line:
        words = _("“%(title)s”, version %(number)s, signed in %(month)s")
        title, number = one.version.title, one.version.number
        return Line(words % {"title": title, "number": number, "month": self._in(one.at)})

    def evaluation(self, one: Evaluation) -> Line:
        words = _("“%(title)s”, version %(number)d, signed by %(who)s in %(month)s")
        said = words % {
            "title": one.form.title,
            "number": one.form.version,
            "who": self._writer(one),
            "month": self._in(one.signed_at),
        }
        case = _("case %(letters)s") % {"letters": one.case.letter} if one.case else ""
        level = _("lowest level %(level)s") % {"level": _level(one)}
        return Line(_joined(said, case, level, _fingerprint(_("fingerprint"), one.content_hash)))

    def membership(self, one: Membership) -> Line:
        days = {"first": _month(one.starts_on), "last": _month(one.ends_on)}
        span = _("Member from %(first)s to %(last)s") % days
        return Line(_joined(span, one.get_kind_display()))

    def case(self, one: Case, until: date) -> Line:
        ended = one.closed_on and one.closed_on <= until
        steps = [step for step in one.milestones.all() if step.on <= until]
        closing = _("closed in %(month)s") % {"month": _month(one.closed_on)} if ended else ""
        told = [f"{step.get_kind_display()}, {_month(step.on)}" for step in steps]
        text = _joined(
            _("Case %(letter)s") % {"letter": one.letter},
            _("opened in %(month)s") % {"month": _month(one.opened_on)},
            closing,
            one.get_closure_display() if ended else "",
        )
        return Line(text, told)

    def credit(self, one: Credit) -> Line:
        """Two people of the association stand for it; their reasons are kept with it."""
        approved = _("approved in %(month)s") % {"month": self._in(one.approved_at)}
        minutes = duration(one.minutes) if one.minutes else ""
        by = "" if self.outside else f"{one.proposed_by.name}, {one.approved_by.name}"
        return Line(_joined(one.get_kind_display(), minutes, approved, by))

    def _in(self, at: datetime) -> str:
        """The month that the association's wall showed."""
        return _month(civil_date(at, self.zone))

    def _signed(self, entry: HoursEntry) -> str:
        signature = getattr(entry, "signature", None)
        if signature is None:
            return _("not signed")
        month = self._in(signature.signoff.signed_at)
        return _("signed by %(who)s in %(month)s") % {"who": self._signer(entry), "month": month}

    def _signer(self, entry: HoursEntry) -> str:
        return self._by_role(signer_role(entry.category), entry.supervisor.name)

    def _writer(self, evaluation: Evaluation) -> str:
        if evaluation.form.role == "intern" and self.outside:
            return _("the applicant")
        return self._by_role(evaluation.form.role, evaluation.written_by.name)

    def _by_role(self, role: str, name: str) -> str:
        if not self.outside:
            return name
        if role == MENTOR:
            return _("the mentor")
        return _("the %(clinician)s") % {"clinician": self.clinician}


def _signatures(some: Sequence[tuple[HoursEntry, int]]) -> Iterator[str]:
    """Each signature, then the entries under it; what nobody signed comes last."""
    sheets: dict[int, list[tuple[HoursEntry, int]]] = defaultdict(list)
    for entry, minutes in some:
        signature = getattr(entry, "signature", None)
        sheets[signature.signoff_id if signature else 0].append((entry, minutes))
    for signoff, covered in sorted(sheets.items(), key=lambda one: (not one[0], one[0])):
        if signoff:
            yield _signature(covered[0][0].signature.signoff)
        yield from map(_entry, covered)


def _signature(signoff: PeriodSignOff) -> str:
    """What was signed, under which words, and how."""
    under = _("Signature under “%(title)s”, version %(number)s")
    statement = {"title": signoff.statement.title, "number": signoff.statement.number}
    how = "" if signoff.manner == Manner.OWN else signoff.get_manner_display()
    sheet = _fingerprint(_("fingerprint of the sheet"), signoff.content_hash)
    return _joined(under % statement, how, sheet)


def _entry(some: tuple[HoursEntry, int]) -> str:
    """One entry in the version that was signed. Its day, its place and its note stay where they are."""
    entry, minutes = some
    signature = getattr(entry, "signature", None)
    counted = duration(minutes)
    if minutes != entry.minutes:
        of = _("%(minutes)s of %(all)s count")
        counted = of % {"minutes": counted, "all": duration(entry.minutes)}
    return _joined(
        entry.get_category_display(),
        _("case %(letters)s") % {"letters": entry.case.letter} if entry.case else "",
        counted,
        _version(signature.entry_version) if signature else "",
        _("corrects an earlier entry") if entry.corrects_id else "",
        _fingerprint(_("fingerprint"), signature.entry_hash) if signature else "",
    )


def _lesson(entry: Studied) -> str:
    return _joined(entry.title, duration(entry.minutes), _version(entry.version))


def _of_course(one: DidacticEntry) -> str:
    return _joined(f"{one.label} {one.title}", duration(one.minutes), _version(one.version))


def _level(evaluation: Evaluation) -> str:
    words = {one["level"]: one["word"] for one in evaluation.form.rubric["levels"]}
    return words.get(evaluation.result, str(evaluation.result))


def _version(number: int) -> str:
    return _("version %(number)d") % {"number": number}


def _fingerprint(what: str, value: str) -> str:
    return f"{what} {value[:FINGERPRINT]}"


def _entries(count: int) -> str:
    return ngettext("%(count)d entry", "%(count)d entries", count) % {"count": count}


def _month(day: date) -> str:
    return date_format(day, "F Y")


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
