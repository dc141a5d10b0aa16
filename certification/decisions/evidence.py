"""What a review is about: the engine's answer on the applicant, and whether it still is the same."""

from datetime import datetime
from typing import NamedTuple

from certification.decisions.models import Application
from certification.decisions.rules.evidence import evidence_hash
from certification.scheme.evaluations import evaluation_under
from certification.scheme.rules import read_scheme
from certification.scheme.rules.scheme_document import DecisionTerms


class Evidence(NamedTuple):
    met: bool
    document: dict
    hash: str


def evidence_of(application: Application, now: datetime) -> Evidence:
    """How the applicant stands now under the version she applied under."""
    answer = evaluation_under(application.scheme_version, application.applicant, now)
    return Evidence(answer.met, answer.result, evidence_hash(answer.result))


def terms_of(application: Application) -> DecisionTerms:
    """How many reviews, how long to appeal, how long the certificate holds: the scheme says."""
    return read_scheme(application.scheme_version.text).decision
