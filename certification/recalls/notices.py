"""What people are told about recalls (the table of messages)."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice

NEUTRAL = _("Something is waiting for you")
NEWS = _("You have news")

register_notice(
    "certification.recall_to_confirm",
    subject=NEUTRAL,
    body=_("Something waits to be confirmed by a second person."),
    switchable=False,
)
register_notice(
    "certification.recall_to_decide",
    subject=NEUTRAL,
    body=_("Something was found that touches several people; each of them waits for a decision."),
    switchable=False,
)
register_notice(
    "certification.recall_touches_you",
    subject=NEWS,
    body=_("Something about your record has changed. It is nothing that you did; please read it."),
    switchable=False,
)
register_notice(
    "certification.recall_leaves_waiting",
    subject=NEWS,
    body=_("Somebody else will have to sign what you are waiting for."),
    switchable=False,
)
register_notice(
    "certification.recall_of_your_signatures",
    subject=NEWS,
    body=_("Something about what you may sign has changed. Please speak to the association."),
    switchable=False,
)
register_notice(
    "certification.recall_decided",
    subject=NEWS,
    body=_("There is a decision for you."),
    switchable=False,
)
register_notice(
    "certification.recall_overdue",
    subject=NEUTRAL,
    body=_("The last day for something has passed. Nothing follows by itself; please look at it."),
    switchable=False,
)
