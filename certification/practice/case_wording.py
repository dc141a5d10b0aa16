"""The sentences for the refusals about cases, pauses, intensive plans and incident reports."""

from django.utils.translation import gettext_lazy as _

CASES = {
    "case_already_closed": _("This case is already past that step."),
    "case_closed_before_its_hours": _(
        "The last day can't lie before {date:%-d %B %Y}, when work on this case took place."
    ),
    "closure_meeting_missing": _(
        "A case closes as planned once the three of you have met to close it. Attest the closure "
        "meeting first; if it could not take place, the case was interrupted."
    ),
    "step_already_attested": _("This step is attested, and the case is closed; its date stays."),
    "step_before_the_case": _("The case was opened on {date:%-d %B %Y}, after this date."),
    "step_after_the_case": _("The last day of the case was {date:%-d %B %Y}, before this date."),
    "closure_before_opening": _("The opening meeting was on {date:%-d %B %Y}, after this date."),
    "opening_after_closure": _("The closure meeting was on {date:%-d %B %Y}, before this date."),
    "case_paused_then": _(
        "Case {letter} was paused from {date:%-d %B %Y}, and no session takes place in a pause. "
        "If the pause ended earlier, say so on the case first."
    ),
    "pause_before_the_case": _("The case was opened on {date:%-d %B %Y}, after this date."),
    "pause_overlaps": _("The case is paused on some of these days already."),
    "session_in_the_pause": _(
        "A session is logged on {date:%-d %B %Y}. A pause begins after the last session, and ends "
        "before the next."
    ),
    "pause_is_over": _("This pause is over already."),
    "pause_not_yours_to_end": _(
        "Somebody who carries more responsibility for the client began this pause, and ends it."
    ),
    "not_of_this_triad": _("Only the three of this case pause it or go on with it."),
    "intensive_too_soon": _(
        "An intensive is agreed before its first day, so it begins tomorrow at the earliest."
    ),
    "intensive_too_long": _("An intensive lasts at most 14 days, its first and last included."),
    "intensive_overlaps": _("Another plan of this case covers some of these days."),
    "intensive_answered": _("This plan has its answer already."),
    "intensive_begun": _("Its first day has come, so it can't be agreed any more."),
    "case_there_already": _("The case is under this agreement already."),
    "agreement_not_in_force_today": _("Choose an agreement of yours that is in force today."),
}
INCIDENTS = {
    "not_own_report": _("Somebody else handles what you reported."),
    "incident_past_that": _("This report is past that step."),
}
