"""Appeals as the queue and the dossier show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from certification.appeals.models import Appeal
from certification.appeals.people import answerers_of
from certification.complaints.models.complaints import StepKind
from certification.credentials.models import Certificate
from certification.credentials.models.certificates import EventKind
from certification.decisions.dossier import hidden_names, shown_name
from certification.decisions.statement import is_outside
from certification.scheme.wording import message, state_word
from training_site.content.civil import civil_date
from training_site.content.templatetags.triad import longdate


@dataclass(frozen=True)
class Waiting:
    appeal: Appeal
    name: str
    against: str
    days: int
    late: bool
    missing: bool


@dataclass(frozen=True)
class Appealed:
    """What an appeal is about, as whoever answers reads it: titles, each with its lines."""

    text: str
    lines: list[tuple[str, str]]


def waiting_for(user, now: datetime) -> list[Waiting]:
    """Open appeals that this person reaches, the oldest on top."""
    return list(_rows(Appeal.objects.visible_to(user).open().with_case(), user, now))


def _rows(appeals: Iterable[Appeal], user, now: datetime) -> Iterable[Waiting]:
    for one in appeals:
        yield Waiting(
            appeal=one,
            name=appellant_name(one, user),
            against=against_word(one),
            days=(now - one.made_at).days,
            late=civil_date(now) > one.answer_by,
            missing=not answerers_of(one, now),
        )


def against_word(appeal: Appeal) -> str:
    """What was decided, in two or three words."""
    if appeal.decision:
        return appeal.decision.get_outcome_display()
    if appeal.event:
        return appeal.event.get_kind_display()
    if appeal.renewal:
        return appeal.renewal.get_outcome_display()
    return appeal.finding.get_finding_display()


def appealed_of(appeal: Appeal) -> Appealed:
    """The reasons given, and around them what they rest on."""
    if appeal.decision:
        return Appealed(appeal.decision.text, [])
    if appeal.event:
        return Appealed(appeal.event.reason, _of_certificate(appeal.event))
    if appeal.renewal:
        return Appealed(appeal.renewal.text, _of_renewal(appeal.renewal))
    return Appealed(appeal.finding.text, _of_finding(appeal.finding))


def _of_certificate(event) -> list[tuple[str, str]]:
    certificate = event.certificate
    rows = [(_("Certificate"), certificate.display_number)]
    if event.kind == EventKind.NARROWED:
        now = Certificate.objects.current_of(certificate)
        rows.append((_("Scope before"), certificate.snapshot["scope"]))
        rows.append((_("Scope since"), now.snapshot["scope"]))
    return rows


def _of_renewal(renewal) -> list[tuple[str, str]]:
    """What the requirement engine said when it was checked."""
    term = _("%(first)s to %(last)s")
    days = {"first": longdate(renewal.term_first), "last": longdate(renewal.term_last)}
    rows = renewal.evidence.get("requirements", [])
    return [
        (_("Certificate"), renewal.certificate.display_number),
        (_("Term that ends"), term % days),
        *((row["title"], f"{state_word(row)}. {message(row)}") for row in rows),
    ]


def _of_finding(finding) -> list[tuple[str, str]]:
    """What was said to have happened, what the respondent answered, what follows from it."""
    complaint = finding.complaint
    votes = _("%(for)d for it, %(against)d against")
    answers = complaint.steps.filter(kind=StepKind.RESPONSE)
    return [
        (_("What is said to have happened"), complaint.allegation),
        *((_("What the respondent answered"), one.text) for one in answers),
        (_("Votes"), votes % {"for": finding.votes_for, "against": finding.votes_against}),
        *((one.get_kind_display(), one.text) for one in finding.sanctions.all()),
    ]


def hidden_names_of(appeal: Appeal, user) -> list[str]:
    """The appellant's, for whoever was invited from outside."""
    one = appeal.application
    return hidden_names(one, outside=is_outside(one, user)) if one else []


def appellant_name(appeal: Appeal, user) -> str:
    """A letter in place of the name for whoever was invited from outside."""
    if appeal.application is None:
        return appeal.appellant.name
    return shown_name(appeal.application, outside=is_outside(appeal.application, user))
