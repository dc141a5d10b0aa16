"""Names taken out of what people from outside read: a letter stands for whom it is about.

Officers write "the respondent"; this is for the name that slips in, there or in an answer.
"""

from functools import partial, reduce

from django.utils.translation import gettext as _

from certification.complaints.models import CommitteeInvitation, Complaint
from certification.credentials.models import Certificate
from certification.decisions.rules.pseudonyms import masked
from training_site.accounts.models import User


def is_outside(complaint: Complaint, person: User) -> bool:
    """Whether this person sits on the committee by an invitation from outside."""
    return CommitteeInvitation.objects.in_force(person).filter(complaint=complaint).exists()


def shown_name(complaint: Complaint, *, outside: bool) -> str:
    return _("Person A") if outside else complaint.respondent.name


def reader_of(complaint: Complaint, *, outside: bool):
    """`text -> text`: as this reader may see it."""
    return _reader(complaint, respondent=outside, complainant=outside)


def reader_of_minutes(complaint: Complaint, *, outside: bool):
    """The same for what goes from hand to hand: who complained is named to nobody."""
    return _reader(complaint, respondent=outside, complainant=True)


def _reader(complaint: Complaint, *, respondent: bool, complainant: bool):
    hidden = [(complaint.respondent, _("Person A"))] if respondent else []
    hidden += [(complaint.complainant, _("Person B"))] if complainant else []
    masks = [partial(masked, names=_names_of(one), word=word) for one, word in hidden if one]
    return lambda text: reduce(lambda said, mask: mask(said), masks, text)


def _names_of(person: User) -> set[str]:
    """The account's, and what was printed: clients and colleagues write the professional name, and a
    former one stands in older letters."""
    printed = Certificate.objects.of(person).order_by().values_list("snapshot", flat=True)
    return {person.name, *(snapshot["holder_name"] for snapshot in printed)}
