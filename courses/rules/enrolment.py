"""Who can be enrolled in what."""

from collections.abc import Hashable, Sequence

from training_site.verdict import YES, Verdict, no


def may_enrol(*, enrolled: bool, cohort_fits: bool) -> Verdict:
    if enrolled:
        return no("enrolled_already")
    return YES if cohort_fits else no("cohort_of_another_programme")


def may_end(*, ended: bool) -> Verdict:
    return no("enrolment_ended") if ended else YES


def starts_in(cohort_programme: Hashable | None, programmes: Sequence[Hashable]) -> Hashable | None:
    """Where an invited trainee begins: with their cohort, or in the only programme there is.

    With several programmes and no cohort nobody guesses; staff enrol.
    """
    if cohort_programme is not None:
        return cohort_programme
    return programmes[0] if len(programmes) == 1 else None
