"""Who can be enrolled in what."""

from training_site.verdict import YES, Verdict, no


def may_enrol(*, enrolled: bool, cohort_fits: bool) -> Verdict:
    if enrolled:
        return no("enrolled_already")
    return YES if cohort_fits else no("cohort_of_another_programme")


def may_end(*, ended: bool) -> Verdict:
    return no("enrolment_ended") if ended else YES
