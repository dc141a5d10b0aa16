"""Which roles can be taken away."""

from training_site.verdict import YES, Verdict, no


def may_take(*, role: str, others_holding_it: int) -> Verdict:
    """The last administrator stays: nobody else could give the role back."""
    if role == "administrator" and not others_holding_it:
        return no("last_administrator")
    return YES
