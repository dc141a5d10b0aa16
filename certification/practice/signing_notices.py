"""What people are told around signatures: contests, deadlines, what lapses (the table of messages)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from certification.practice.models import HoursEntry
from certification.practice.notices import NEUTRAL
from training_site.accounts.notices import register_notice

NEWS = _("You have news")
AHEAD = _("A reminder about a date")


def counts_of(notice) -> list[str]:
    """How much waits for this signer as the mail is written: figures, and nothing that names hours."""
    waiting = HoursEntry.objects.waiting_for(notice.person)
    lists = set(waiting.values_list("intern", "date__year", "date__month"))
    lines = waiting.count()
    return [
        ngettext("%(n)d list waits for you", "%(n)d lists wait for you", len(lists))
        % {"n": len(lists)},
        ngettext("%(n)d line in all", "%(n)d lines in all", lines) % {"n": lines},
    ]


register_notice(
    "certification.contest_opened",
    subject=_("Something needs your attention"),
    body=_("A signature that names you is contested. You can answer once."),
    switchable=False,
)
register_notice(
    "certification.contest_to_decide",
    subject=NEUTRAL,
    body=_("A contested signature waits for a decision."),
    switchable=False,
)
register_notice(
    "certification.contest_decided",
    subject=NEWS,
    body=_("There is a decision on a contested signature."),
    switchable=False,
)
register_notice(
    "certification.agreement_notice",
    subject=NEWS,
    body=_("Notice was given to a supervision agreement that names you."),
    switchable=False,
)
register_notice(
    "certification.agreement_ends",
    subject=AHEAD,
    body=_("A supervision agreement that names you ends soon."),
    switchable=False,
)
register_notice(
    "certification.licence_ends",
    subject=AHEAD,
    body=_("Your licence, as the association has seen it, ends soon. Show its renewal in time."),
    switchable=False,
)
register_notice(
    "certification.licence_of_supervisor_ends",
    subject=AHEAD,
    body=_("The licence of a supervisor, as it was seen, ends soon."),
)
register_notice(
    "certification.month_due_soon",
    subject=AHEAD,
    body=_("A month of hours is to be signed within a week."),
)
register_notice(
    "certification.month_due_over",
    subject=AHEAD,
    body=_("The time for signing a month of hours is over. You can still sign it."),
)
register_notice(
    "certification.month_to_registrar",
    subject=NEWS,
    body=_(
        "A month of your hours went to the registrar, who sees to its signature. Nothing is lost."
    ),
)
register_notice(
    "certification.waiting_this_week",
    subject=NEUTRAL,
    body=_("Hours have waited for your signature for a week or longer."),
    lines=counts_of,
)
register_notice(
    "certification.nomination_answered",
    subject=NEWS,
    body=_("There is an answer about a supervisor you named."),
)
