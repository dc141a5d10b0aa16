"""The minutes of a decision: who recommended what, who decided, for which reasons, on which terms."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from certification.decisions.conditions import conditions_of
from certification.decisions.models import Application, Decision
from certification.decisions.wording import REASON_SENTENCES
from training_site.content.civil import civil_date
from training_site.content.minutes import Entry, Minutes, Section
from training_site.content.templatetags.triad import longdate


def minutes_of(application: Application, decision: Decision, now: datetime) -> Minutes:
    """Of the decision that stands; those of earlier rounds were set aside or their terms are met."""
    ref, scheme = str(application.public_id)[:8], application.scheme_version
    return Minutes(
        name=f"decision-{ref}",
        reference=_("Application {reference}").format(reference=ref),
        title=_("Minutes of the decision about {name}").format(name=application.applicant.name),
        sections=[
            Section(
                _("The case"),
                facts=[
                    (
                        _("Applied for"),
                        _("{scheme}, version {number}").format(
                            scheme=scheme.scheme.title, number=scheme.number
                        ),
                    ),
                    (_("Handed in"), _day(application.submitted_at)),
                    (_("Evidence fixed"), _day(application.evidence_at)),
                    (_("Round"), str(decision.round)),
                ],
            ),
            Section(_("Recommendations"), entries=list(_reviews(decision))),
            Section(
                _("The decision"),
                facts=[
                    (_("Decided"), str(decision.get_outcome_display())),
                    (_("On"), _day(decision.decided_at)),
                    (_("By"), decision.decision_maker.name),
                    (_("Appeal until"), longdate(decision.appeal_until)),
                ],
                text="\n".join([*_reasons(decision), decision.text]),
            ),
            Section(
                _("Conditions"),
                entries=(entries := list(_conditions(decision, now))),
                text="" if entries else _("None."),
            ),
        ],
        note=_(
            "Confidential. That these minutes were taken along is on record with the name of whoever "
            "did it, and their subject sees that the dossier was opened."
        ),
    )


def _reviews(decision: Decision) -> Iterator[Entry]:
    """Those that the decision rests on, in the order in which they were given."""
    rows = decision.reviewers.select_related("review", "reviewer").order_by("review__given_at")
    for one in rows:
        who = _("{name}, {day}").format(name=one.reviewer.name, day=_day(one.review.given_at))
        yield Entry(str(one.review.get_recommendation_display()), who, one.review.reasons)


def _reasons(decision: Decision) -> list[str]:
    return [str(REASON_SENTENCES[code]) for code in decision.reason_codes]


def _conditions(decision: Decision, now: datetime) -> Iterator[Entry]:
    for one in conditions_of(decision, civil_date(now)):
        until = _("until {day}: {word}").format(day=longdate(one.last_day), word=one.word)
        yield Entry(one.title, until, one.condition.text)


def _day(at: datetime) -> str:
    return longdate(civil_date(at))
