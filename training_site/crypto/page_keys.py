"""The key that signs printed certificates, with a certificate of its own making.

Nobody vouches for it but the association itself, and a PDF viewer says so ("issuer unknown"). Whoever
wants another answer buys a document-signing certificate and lays it into KEY_DIR as the next key.
"""

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import settings

YEARS = 30
"""Longer than any certificate that it signs; a viewer looks at the day of signing."""


def page_key() -> bytes:
    """Return a fresh EC P-256 key and its certificate, as PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return pem + _own_certificate(key).public_bytes(serialization.Encoding.PEM)


def _own_certificate(key: ec.EllipticCurvePrivateKey) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, settings.SITE_URL[:64])])
    begin = datetime.now(UTC) - timedelta(days=1)
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(begin).not_valid_after(begin + timedelta(days=365 * YEARS))
    builder = builder.add_extension(_for_documents(), critical=True)
    basic = x509.BasicConstraints(ca=False, path_length=None)
    return builder.add_extension(basic, critical=True).sign(key, hashes.SHA256())


def _for_documents() -> x509.KeyUsage:
    others = ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign")
    others += ("crl_sign", "encipher_only", "decipher_only")
    return x509.KeyUsage(
        digital_signature=True, content_commitment=True, **dict.fromkeys(others, False)
    )
