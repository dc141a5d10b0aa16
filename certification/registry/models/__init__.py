from certification.registry.models.listing import RegistryListing
from certification.registry.models.requests import VerificationRequest

__all__ = ["RegistryListing", "VerificationRequest"]
