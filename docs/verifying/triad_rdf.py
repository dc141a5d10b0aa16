"""From the JSON of a credential to the bytes that were signed. Part of `triad_verify.py`.

The tables hold the terms that these credentials use and no others: any other member is refused.
So no context is needed, and nothing can stand in a credential that the signature leaves out.
(RDF Dataset Canonicalization, W3C, as far as these documents need it.)
"""

import hashlib
import re

VC, STATUS = "https://www.w3.org/2018/credentials#", "https://www.w3.org/ns/credentials/status#"
OB, SCHEMA = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#", "https://schema.org/"
SEC, XSD = "https://w3id.org/security#", "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
TYPES = {
    **dict.fromkeys(["VerifiableCredential"], VC),
    **dict.fromkeys(["OpenBadgeCredential", "Profile", "AchievementSubject"], OB),
    **dict.fromkeys(["Achievement", "IdentityObject"], OB),
    **dict.fromkeys(["BitstringStatusListEntry"], STATUS),
    **dict.fromkeys(["DataIntegrityProof"], SEC),
}
NODE, IRI, SECURITY_WORD = "node", "iri", "word"
# Each term: its property, and what stands there: a node, an address, or text of a type ("" is plain).
# Two odd types are what the contexts give, and so what was signed.
TERMS = {
    "issuer": (VC + "issuer", NODE),
    "credentialSubject": (VC + "credentialSubject", NODE),
    "credentialStatus": (VC + "credentialStatus", NODE),
    "validFrom": (VC + "validFrom", XSD + "dateTime"),
    "validUntil": (VC + "validUntil", XSD + "dateTime"),
    "awardedDate": (OB + "awardedDate", "xsd:dateTime"),
    "name": (SCHEMA + "name", ""),
    "description": (SCHEMA + "description", ""),
    "url": (SCHEMA + "url", "https://www.w3.org/2001/XMLSchema#anyURI"),
    "achievement": (OB + "achievement", NODE),
    "identifier": (OB + "identifier", NODE),
    "criteria": (OB + "Criteria", NODE),
    "hashed": (OB + "hashed", "https://www.w3.org/2001/XMLSchema#boolean"),
    **{
        term: (OB + term, "")
        for term in ("narrative", "version", "achievementType", "licenseNumber")
    },
    **{term: (OB + term, "") for term in ("identityHash", "identityType")},
    "statusPurpose": (STATUS + "statusPurpose", ""),
    "statusListIndex": (STATUS + "statusListIndex", ""),
    "statusListCredential": (STATUS + "statusListCredential", IRI),
    "created": ("http://purl.org/dc/terms/created", XSD + "dateTime"),
    "cryptosuite": (SEC + "cryptosuite", SEC + "cryptosuiteString"),
    "verificationMethod": (SEC + "verificationMethod", IRI),
    "proofPurpose": (SEC + "proofPurpose", SECURITY_WORD),
}
ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
}


class Refused(Exception):
    """Why something is not what it claims to be."""


def need(holds, problem: str) -> None:
    if not holds:
        raise Refused(problem)


def canonical(document: dict) -> bytes:
    quads: list[list[str]] = []
    _put(document, quads)
    blank = {term for quad in quads for term in quad if term.startswith("_:")}
    ranked = sorted((_first_degree(node, quads), node) for node in blank)
    need(len({rank for rank, _ in ranked}) == len(blank), "two parts cannot be told apart")
    names = {node: f"_:c14n{place}" for place, (_, node) in enumerate(ranked)}
    return "".join(
        sorted(_line([names.get(term, term) for term in quad]) for quad in quads)
    ).encode()


def _put(node: dict, quads: list[list[str]]) -> str:
    """Every member of a node as one statement; what stands for the node itself."""
    subject = _iri(node["id"]) if "id" in node else f"_:{id(node)}"
    for kind in _list(node.get("type", [])):
        need(kind in TYPES, f"an unknown type: {kind}")
        quads.append([subject, RDF_TYPE, f"<{TYPES[kind]}{kind}>"])
    for term in node.keys() - {"id", "type", "@context"}:
        need(term in TERMS, f"an unknown member: {term}")
        predicate, kind = TERMS[term]
        for value in _list(node[term]):
            quads.append([subject, f"<{predicate}>", _object(value, kind, quads)])
    return subject


def _object(value, kind: str, quads: list) -> str:
    if kind == NODE:
        need(isinstance(value, dict) and value, "a part is missing")
        return _put(value, quads)
    need(isinstance(value, bool if kind.endswith("#boolean") else str), "a value of another kind")
    if kind in (IRI, SECURITY_WORD):
        return _iri(value if kind == IRI else SEC + value)
    text = str(value).lower() if isinstance(value, bool) else value
    quoted = "".join(ESCAPES.get(each) or _plain(each) for each in text)
    return f'"{quoted}"' + (f"^^<{kind}>" if kind else "")


def _plain(character: str) -> str:
    return f"\\u{ord(character):04X}" if character < " " or character == "\x7f" else character


def _iri(address) -> str:
    need(
        isinstance(address, str) and re.fullmatch(r'[^\s<>"{}|\\^`]+:[^\s<>"{}|\\^`]+', address),
        "an id",
    )
    return f"<{address}>"


def _list(value) -> list:
    return value if isinstance(value, list) else [value]


def _line(quad: list[str]) -> str:
    return " ".join(quad) + " .\n"


def _first_degree(node: str, quads: list[list[str]]) -> str:
    def named(term):
        return term if not term.startswith("_:") else "_:a" if term == node else "_:z"

    lines = sorted(_line([named(term) for term in quad]) for quad in quads if node in quad)
    return hashlib.sha256("".join(lines).encode()).hexdigest()
