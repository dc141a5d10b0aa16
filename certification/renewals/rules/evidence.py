"""What a renewal rests on, as one hash: the engine's lasting answer, and the peers' signatures."""

from collections.abc import Mapping, Sequence
from typing import Any

from certification.decisions.rules.evidence import evidence_hash
from training_site.audit.canonical import content_hash

DONE = ("met", "waived")
COUNTS = "meets"


def enough_peers(reviews: Sequence[Mapping[str, Any]], needed: int) -> bool:
    """One that says what is to be worked on first is read, but does not count."""
    return sum(one["judgement"] == COUNTS for one in reviews) >= needed


def is_met(document: Mapping[str, Any]) -> bool:
    return document["met"] and _peers(document)


def is_complete(document: Mapping[str, Any]) -> bool:
    """Whether all is there, or waits only for somebody to say so."""
    states = {row["state"] for row in document["requirements"]}
    return states <= {*DONE, "pending"} and _peers(document)


def hash_of(document: Mapping[str, Any]) -> str:
    """A day that passes is no news; an hour accepted, a signature, a membership that lapsed is."""
    engine = {key: value for key, value in document.items() if key != "peers"}
    return content_hash({"engine": evidence_hash(engine), "peers": document["peers"]})


def _peers(document: Mapping[str, Any]) -> bool:
    return enough_peers(document["peers"]["signed"], document["peers"]["needed"])
