"""The sentences for the refusals about evaluations, leave and membership."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

EVALUATIONS = {
    "evaluates_oneself": _("This form is for somebody else's view of the work, not for one's own."),
    "not_supervising_in_that_role": _("Only who supervises this intern in that role writes this."),
    "evaluation_case_needed": _("This evaluation is about one case: say which."),
    "evaluation_without_case": _("This evaluation is about the whole work, not about one case."),
    "evaluation_of_another": _("Only who began an evaluation writes and signs it."),
    "evaluation_signed": _("This evaluation is signed and stays as it is. Write another one."),
    "evaluation_not_signed": _("This evaluation is not signed yet."),
    "evaluation_incomplete": _("A level is still missing, of this many criteria: {count}."),
    "evaluation_changed_elsewhere": _(
        "Something else was kept in another window after you opened this page. What you see here is "
        "what you typed; keep it again to put it in the place of the other."
    ),
    "evaluation_has_changed": _(
        "What you saw has changed since you opened it. Nothing was signed. Read it as it is now."
    ),
}
LEAVE = {
    "leave_ends_before_it_begins": _("The last day lies before the first."),
    "leave_overlaps": _("There is a leave from {date:%-d %B %Y} that shares days with this one."),
    "not_own_leave": _("Somebody else has to answer your leave."),
    "leave_answered": _("This leave was answered already, or taken back."),
    "leave_has_begun": _("This leave has begun. Give its last day instead."),
    "leave_over": _("This leave is over, or was never granted."),
    "leave_not_longer": _(
        "It was granted until {date:%-d %B %Y}. Ask for another leave for the days after that."
    ),
    "hours_within_leave": _(
        "This day lies in your leave of absence. The hours stand; the clocks that stand still for "
        "your leave stand still on this day too. If you are back, give your leave its last day."
    ),
}
MEMBERSHIP = {
    "not_own_membership": _("Somebody else has to record your membership."),
    "membership_ends_before_it_begins": _("The last day lies before the first."),
    "membership_overlaps": _("There is a membership already that runs until {date:%-d %B %Y}."),
}
for sentences in (EVALUATIONS, LEAVE, MEMBERSHIP):
    register(sentences)
