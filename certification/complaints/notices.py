"""What people are told about complaints (the table of messages). No mail names the matter."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice

NEUTRAL = _("Something is waiting for you")
NEWS = _("You have news")

for event, subject, body in (
    (
        "certification.complaint_to_answer",
        NEUTRAL,
        _("Something that concerns you waits to be read. You can answer it in your own words."),
    ),
    (
        "certification.complaint_news",
        NEWS,
        _("There is news about something that concerns you."),
    ),
    (
        "certification.complaint_moved",
        NEUTRAL,
        _("Something that you look after has moved on."),
    ),
    (
        "certification.complaint_late",
        NEUTRAL,
        _("The last day for an answer has passed. Nothing follows by itself; please look at it."),
    ),
    (
        "certification.complaint_measure_to_review",
        NEUTRAL,
        _("The day has come to look at something again."),
    ),
    (
        "certification.complaint_sanction_due",
        NEUTRAL,
        _("The last day for something has passed. Nothing follows by itself; please look at it."),
    ),
    (
        "certification.complaint_to_carry_out",
        NEUTRAL,
        _("Something waits to be carried out by a decision-maker."),
    ),
    (
        "certification.committee_called",
        NEUTRAL,
        _("You are asked to sit on a committee. Please say whether you can."),
    ),
    (
        "certification.committee_waits",
        NEUTRAL,
        _("The committee that you sit on waits for you."),
    ),
    (
        "certification.committee_seat_empty",
        NEUTRAL,
        _("A committee needs one more person."),
    ),
):
    register_notice(event, subject=subject, body=body, switchable=False)
