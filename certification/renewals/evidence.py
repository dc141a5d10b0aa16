"""How somebody stands towards the next term: asked of the engine, never added up here."""

from dataclasses import dataclass
from datetime import date, datetime

from certification.credentials.models import Certificate
from certification.renewals.facts import facts_of
from certification.renewals.models import PeerReview
from certification.renewals.rules import evidence as rules
from certification.scheme.rules import evaluate, read_facts, read_scheme
from certification.scheme.rules.renewing import RenewalTerms
from certification.scheme.rules.requirements.renewals import Term
from training_site.content.civil import association_zone, civil_date


@dataclass(frozen=True)
class Evidence:
    """The Evaluation document with the peers' signatures beside it, and what follows from it."""

    document: dict

    @property
    def met(self) -> bool:
        return rules.is_met(self.document)

    @property
    def complete(self) -> bool:
        return rules.is_complete(self.document)

    @property
    def hash(self) -> str:
        return rules.hash_of(self.document)


def terms_of(certificate: Certificate) -> RenewalTerms | None:
    """What the scheme version of this certificate says; a later version changes it for nobody."""
    return read_scheme(certificate.scheme_version.text).renewal


def term_of(certificate: Certificate) -> Term | None:
    terms = terms_of(certificate)
    return terms and terms.term(certificate.valid_from, certificate.valid_until)


def window_of(certificate: Certificate, today: date) -> str | None:
    """before, open, grace, late or over; None where the scheme version says nothing of renewal."""
    term = term_of(certificate)
    return term and term.window(today)


def evidence_of(certificate: Certificate, now: datetime) -> Evidence | None:
    """As it stands today, or on the last day on which it could be handed in: whoever was in time
    loses nothing while others look at it."""
    scheme, zone = read_scheme(certificate.scheme_version.text), association_zone()
    if scheme.renewal is None:
        return None
    term = scheme.renewal.term(certificate.valid_from, certificate.valid_until)
    as_of = min(civil_date(now, zone), term.late)
    answer = evaluate(scheme.renewing(), read_facts(facts_of(certificate, as_of, zone))).document()
    answer.pop("out_of_scope")  # hours of practice, which renewal does not ask about
    peers = {
        "needed": scheme.renewal.peer_reviews,
        "signed": [_peer(one) for one in peers_of(certificate)],
    }
    return Evidence(answer | {"peers": peers})


def peers_of(certificate: Certificate):
    """Signed reviews of conversations in the term, the oldest first."""
    signed = PeerReview.objects.of(certificate.holder).signed()
    return signed.filter(held_on__gte=certificate.valid_from).order_by("held_on", "pk")


def _peer(one: PeerReview) -> dict:
    return {
        "id": str(one.public_id),
        "held_on": one.held_on.isoformat(),
        "judgement": one.judgement,
        "hash": one.content_hash,
    }
