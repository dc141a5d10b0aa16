"""Until when somebody can study, and whether they may be given longer."""

from datetime import date

from training_site.verdict import YES, Verdict, no


def last_day_of(own: date | None, cohort: date | None) -> date | None:
    """The later of one's own and the cohort's: an extension is never a loss. None: without an end."""
    return max(own, cohort) if own and cohort else own or cohort


def may_extend(*, ended: bool, present: date | None, wanted: date, today: date) -> Verdict:
    """Staff may name a day that is still to come, and later than the one that holds now.

    Where nothing ends yet, the same act gives one learner a last day.
    """
    if ended:
        return no("enrolment_ended")
    if wanted < today:
        return no("last_day_in_the_past")
    if present and wanted <= present:
        return no("not_an_extension", day=present)
    return YES
