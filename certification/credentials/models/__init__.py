from certification.credentials.models.certificates import (
    Certificate,
    CertificateEvent,
    CertificateFile,
)
from certification.credentials.models.recorded import RecordedCertification
from certification.credentials.models.replacing import CertificateReplacement
from certification.credentials.models.sharing import ShareToken
from certification.credentials.models.templates import CertificateTemplate

__all__ = [
    "Certificate",
    "CertificateEvent",
    "CertificateFile",
    "CertificateReplacement",
    "CertificateTemplate",
    "RecordedCertification",
    "ShareToken",
]
