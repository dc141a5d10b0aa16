"""Check a certificate, or the record of an association, without its site and without a network.

Needs Python 3.11 and the package `cryptography`; how to use it stands in README.md beside this file.
It shares no line with the site, so that the two check each other. The proof is eddsa-rdfc-2022
(W3C Data Integrity), the token RS256, the export of states EdDSA.
"""

import argparse
import base64
import hashlib
import json
import re
import struct
import sys
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers
from cryptography.hazmat.primitives.hashes import SHA256
from triad_rdf import Refused, canonical, need

COUNTS, REFUSED, UNKNOWN = 0, 1, 2  # exit codes; UNKNOWN: genuine, but no status was at hand
CONTEXTS = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
]
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
ED25519_MULTICODEC = b"\xed\x01"
LARGEST = 5_000_000  # bytes, unpacked
STATES = ("valid", "renewal_due", "expired", "suspended", "replaced")
DATED_STATES = ("withdrawn", "not_held")
CERTIFIED = ("valid", "renewal_due")
EXPORT = "triad-status-export/1"
PAGES = (b"%PDF", b"\x89PNG")  # what they show, their signature does not cover
GENESIS = "0" * 64
MALFORMED = (KeyError, TypeError, AttributeError, ValueError, IndexError, RecursionError)


def read_json(text: str | bytes):
    """A member that stands twice is refused: one of the two would go unread."""

    def once(pairs):
        need(len(dict(pairs)) == len(pairs), "a member stands twice")
        return dict(pairs)

    try:
        return json.loads(text, object_pairs_hook=once)
    except ValueError as error:
        raise Refused("this is no JSON") from error


# Keys and signatures.


def key_in(did: dict, method: str, kind: str):
    """The published key of this name. Each kind of key signs one kind of thing."""
    need(
        method in did.get("assertionMethod", []), "signed with a key that the issuer does not name"
    )
    need(method.startswith(f"{did['id']}#{kind}-"), "signed with a key that is for something else")
    [entry] = [each for each in did["verificationMethod"] if each["id"] == method]
    if "publicKeyJwk" in entry:
        numbers = [int.from_bytes(_base64(entry["publicKeyJwk"][name]), "big") for name in "en"]
        return RSAPublicNumbers(*numbers).public_key()
    raw = base58(entry["publicKeyMultibase"])
    need(raw.startswith(ED25519_MULTICODEC), "a key of another kind")
    return Ed25519PublicKey.from_public_bytes(raw[len(ED25519_MULTICODEC) :])


def signed_by(key, signature: bytes, content: bytes, *more) -> None:
    try:
        key.verify(signature, content, *more)
    except (InvalidSignature, ValueError) as error:
        raise Refused("the signature does not hold: it was changed, or is another's") from error


def base58(text: str) -> bytes:
    need(text[:1] == "z" and set(text[1:]) <= set(BASE58), "a value that cannot be read")
    number = 0
    for character in text[1:]:
        number = number * 58 + BASE58.index(character)
    zeros = len(text[1:]) - len(text[1:].lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def _base64(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError as error:
        raise Refused("a value that cannot be read") from error


def token_parts(token: str, algorithm: str) -> tuple[dict, dict, bytes, bytes]:
    need(token.count(".") == 2 and token.isascii(), "this is no certificate of any kind known here")
    head, payload, signature = token.split(".")
    header = read_json(_base64(head))
    need(header.get("alg") == algorithm, "signed in another way")
    return header, read_json(_base64(payload)), _base64(signature), f"{head}.{payload}".encode()


# The four carriers.


def credential_in(content: bytes, did: dict) -> dict:
    """The credential of a file, its signature checked."""
    if content.startswith(b"\x89PNG"):
        content = _baked(content)
    elif content.startswith(b"%PDF-"):
        content = _attached(content)
    text = content.decode(errors="replace").strip()
    return _proved(read_json(text), did) if text.startswith("{") else _token(text, did)


def _baked(png: bytes) -> bytes:
    texts, at, begin = [], 8, b"openbadgecredential" + bytes(5)
    while at + 12 <= len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"iTXt":
            texts.append(png[at + 8 : at + 8 + length])
        at += length + 12
    need(len(texts) == 1 and texts[0].startswith(begin), "the picture carries no credential")
    return texts[0].removeprefix(begin)


def _attached(pdf: bytes) -> bytes:
    """The one file in it. What is printed on the page is another matter: see `file`."""
    found = list(re.finditer(rb"/Type\s*/EmbeddedFile\b.{0,400}?stream\r?\n", pdf, re.DOTALL))
    need(len(found) == 1, "the PDF does not carry one credential")
    try:
        return zlib.decompressobj().decompress(pdf[found[0].end() :], LARGEST)
    except zlib.error as error:
        raise Refused("what the PDF carries cannot be read") from error


def _proved(credential: dict, did: dict) -> dict:
    proofs = credential.get("proof")
    proofs = proofs if isinstance(proofs, list) else [proofs]
    need(len(proofs) == 1, "not one proof")
    proof = dict(proofs[0] or {})
    value, suite = proof.pop("proofValue", ""), proof.get("cryptosuite")
    need(credential.get("@context") == CONTEXTS, "words of another meaning")
    need(suite == "eddsa-rdfc-2022" and proof.get("proofPurpose") == "assertionMethod", "no proof")
    unsecured = {term: each for term, each in credential.items() if term != "proof"}
    covered = [hashlib.sha256(canonical(each)).digest() for each in (proof, unsecured)]
    key = key_in(did, proof.get("verificationMethod", ""), "ed25519")
    signed_by(key, base58(value), b"".join(covered))
    return _of_issuer(credential, did)


def _token(token: str, did: dict) -> dict:
    header, payload, signature, covered = token_parts(token, "RS256")
    kid = str(header.get("kid")).rpartition("/")[2]
    signed_by(key_in(did, f"{did['id']}#{kid}", "rsa"), signature, covered, PKCS1v15(), SHA256())
    need(payload.get("jti") == payload.get("id"), "two ids")
    return _of_issuer(payload, did)


def _of_issuer(credential: dict, did: dict) -> dict:
    need(credential["issuer"]["id"] == did["id"], "issued by somebody else")
    return credential


# The export of states: signed, dated, and silent about whatever one does not already hold.


def read_export(token: str, did: dict) -> dict:
    header, payload, signature, covered = token_parts(token.strip(), "EdDSA")
    signed_by(key_in(did, str(header.get("kid")), "status"), signature, covered)
    need(payload.get("iss") == did["id"] and payload.get("format") == EXPORT, "another's export")
    return payload


def state_in(export: dict, credential: dict) -> tuple[str, str] | None:
    """The public state on the day of the export, and since when where that is told."""
    listed, id_ = set(export["entries"]), credential["id"]
    first = datetime.fromisoformat(credential["validFrom"]).date() - timedelta(days=1)
    days = (datetime.fromtimestamp(export["iat"], UTC).date() - first).days + 2
    dates = [(first + timedelta(days=day)).isoformat() for day in range(days)]
    facts = [(state, "") for state in STATES]
    facts += [(state, date) for state in DATED_STATES for date in dates]
    return next((each for each in facts if entry(export, id_, *each) in listed), None)


def entry(export: dict, credential_id: str, *fact: str) -> str:
    text = "\n".join([export["salt"], credential_id, *fact])
    return hashlib.sha256(text.encode()).hexdigest()


# The record: every entry in its place, none changed, and the published head among them.


def check_record(lines, head: str) -> int:
    """How many entries there are; `head` is the newest that an export has published, or empty."""
    place, before, heads = 0, GENESIS, {""}
    for place, line in enumerate(lines, start=1):
        one = read_json(line)
        content = _hash(one["event"])
        link = _hash({"content": content, "prev": before, "seq": place})
        need(one["seq"] == place, f"entry {place} is missing")
        need(one["hash"] == link, f"entry {place} was changed, or is not where it was")
        heads.add(before := link)
    need(head in heads, "the head that was published is not in it: it was cut, or written anew")
    return place


def _hash(document: dict) -> str:
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def verdict(content: bytes, did: dict, export: dict | None, now: datetime) -> tuple[int, list[str]]:
    """An exit code, and what is to be said."""
    credential = credential_in(content, did)
    subject = credential["credentialSubject"]
    said = [f"{subject['identifier'][0]['identityHash']}: {subject['achievement']['name']}"]
    said.append(f"From {credential['validFrom']} until {credential['validUntil']}")
    if export is None:
        whether = "it still counts" if content[:4] not in PAGES else "page or picture are as issued"
        return UNKNOWN, [
            *said,
            f"The credential is genuine. Whether {whether} only an export can say.",
        ]
    dated = f"on {datetime.fromtimestamp(export['iat'], UTC):%d %B %Y, %H:%M} UTC"
    found = state_in(export, credential)
    if found is None:
        return REFUSED, [*said, f"The association did not list it {dated}: it does not count."]
    file = entry(export, credential["id"], "file", hashlib.sha256(content).hexdigest())
    if content[:4] in PAGES and file not in export["entries"]:
        raise Refused("what it carries is genuine, but the page or picture is not as it was issued")
    said.append(f"{' since '.join(filter(None, found))} {dated}")
    over = found[0] == "valid" and now > datetime.fromisoformat(credential["validUntil"])
    if over:
        said.append("Its last day has passed since. Ask for a newer export.")
    return (COUNTS if found[0] in CERTIFIED and not over else REFUSED), said


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, help="PDF, badge, credential, token, or a .jsonl record")
    parser.add_argument("--did", type=Path, required=True, help="did.json of the association")
    parser.add_argument("--export", type=Path, help="its signed export of states")
    given = parser.parse_args(arguments)
    try:
        code, said = _checked(given)
    except Refused as refused:
        code, said = REFUSED, [f"Not genuine: {refused}."]
    except MALFORMED:
        code, said = REFUSED, ["Not genuine: a part is missing, or of another form."]
    sys.stdout.write("\n".join(said) + "\n")
    return code


def _checked(given) -> tuple[int, list[str]]:
    did = read_json(given.did.read_bytes())
    export = read_export(given.export.read_text(), did) if given.export else None
    if given.file.suffix != ".jsonl":
        return verdict(given.file.read_bytes(), did, export, datetime.now(UTC))
    with given.file.open(encoding="utf-8") as lines:
        count = check_record(lines, export["record_head"] if export else "")
    said = f"The record holds: {count} entries."
    return (
        (COUNTS, [said])
        if export
        else (UNKNOWN, [said, "Whether its end was cut only an export can say."])
    )


if __name__ == "__main__":
    sys.exit(main())
