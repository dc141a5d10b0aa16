from certification.credentials.models.certificates import (
    Certificate,
    CertificateEvent,
    CertificateFile,
)
from certification.credentials.models.recorded import RecordedCertification
from certification.credentials.models.sharing import ShareToken

__all__ = [
    "Certificate",
    "CertificateEvent",
    "CertificateFile",
    "RecordedCertification",
    "ShareToken",
]
