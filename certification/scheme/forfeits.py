"""After how many days the scheme that binds somebody leaves hours out for being handed in late."""

from certification.scheme.models import SchemeVersion
from certification.scheme.rules import read_scheme
from certification.scheme.rules.filters.deadlines import EntryDeadline

FORFEIT = "forfeit"


def days_until_forfeit(intern) -> int | None:
    """The shortest such time; None where nothing is forfeited. Leave makes it longer, so somebody
    who was away may contest what counts anyway; that costs nobody anything."""
    version = SchemeVersion.objects.binding(intern)
    if version is None:
        return None
    filters = read_scheme(version.text).filters
    days = [one.days for one in filters if isinstance(one, EntryDeadline) and one.effect == FORFEIT]
    return min(days, default=None)
