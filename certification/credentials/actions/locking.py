"""In which order the rows around a certificate are locked, the same everywhere: its holder, the
certificate that stands, its replacement, the successor.

So whoever withdraws, suspends, shares, replaces, renews or lists takes turns, and none waits for
another in a circle. The locks let pass whatever only points at these rows, such as a message.
"""

from certification.credentials.models import Certificate
from training_site.accounts.models import User


def locked(pk: int) -> Certificate:
    """The certificate as it is under its lock."""
    holder = Certificate.objects.values_list("holder_id", flat=True).get(pk=pk)
    User.objects.select_for_update(no_key=True).get(pk=holder)
    rows = Certificate.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("first", "holder", "scheme_version").get(pk=pk)


def holder_locked(holder: User) -> None:
    """First of all, where one act concerns every certificate of a person, or the reasons for which
    one is suspended: whoever ends the last of two reasons then sees that the other has ended."""
    User.objects.select_for_update(no_key=True).get(pk=holder.pk)
