from certification.registry.models.listing import RegistryListing
from certification.registry.models.messages import ContactMessage
from certification.registry.models.requests import VerificationRequest
from certification.registry.models.suppression import SuppressionRequest

__all__ = ["ContactMessage", "RegistryListing", "SuppressionRequest", "VerificationRequest"]
