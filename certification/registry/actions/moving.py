"""What a holder chose to show goes on with the certificate that takes another's place."""

from certification.credentials.models import Certificate
from certification.registry.models import RegistryListing


def move_listing(predecessor: Certificate, successor: Certificate) -> None:
    """In the transaction of the replacement, so that at no moment a corrected name still shows.

    It takes turns with choosing and hiding: they lock the holder, and so does replacing. Nothing is
    chosen anew, so the record has the replacement alone.
    """
    RegistryListing.objects.filter(certificate=predecessor).update(certificate=successor)
