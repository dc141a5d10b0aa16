"""The reviewer register: exercises recorded, interests declared in advance."""

from datetime import date

from training_site.verdict import YES, Verdict, no

ALPHABET = 26


def may_calibrate(*, own: bool, held_on: date, today: date, agreed: int, judged: int) -> Verdict:
    """An exercise that has been held, recorded by somebody else."""
    if own:
        return no("not_own_entry")
    if held_on > today:
        return no("calibration_lies_ahead")
    if judged < 1 or agreed < 0 or agreed > judged:
        return no("calibration_agreed_within_judged")
    return YES


def may_declare(*, about_oneself: bool, limited: bool, said_already: bool) -> Verdict:
    """Reviewers and decision-makers of the house; who is here for one case declares it there."""
    if limited:
        return no("role_missing")
    if about_oneself:
        return no("interest_in_oneself")
    return no("interest_declared_already") if said_already else YES


def letter(number: int) -> str:
    """A, B … Z, AA …: what an application is called where nobody has to know whose it is."""
    if number < ALPHABET:
        return chr(ord("A") + number)
    return letter(number // ALPHABET - 1) + letter(number % ALPHABET)
