"""Who may record that identity was seen, and for which day."""

from datetime import date

from training_site.verdict import YES, Verdict, no


def may_record_identity(*, same_person: bool, seen_on: date, today: date) -> Verdict:
    if same_person:
        return no("not_own_identity")
    if seen_on > today:
        return no("date_in_future")
    return YES
