"""The engine's answer about a person: kept while nothing changes, worked out anew when it does."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from certification.practice.models import FactsVersion
from certification.scheme.facts import learning_of, practice_of, together
from certification.scheme.models import RequirementEvaluation, SchemeVersion
from certification.scheme.rules import Evaluation, evaluate, read_facts, read_scheme
from training_site.audit.canonical import content_hash
from training_site.content.civil import association_zone, civil_date


def evaluation_for(
    intern, now: datetime, *, zone: ZoneInfo | None = None
) -> RequirementEvaluation | None:
    """How this person stands today under the version that binds them; None before there is one."""
    version = SchemeVersion.objects.binding(intern)
    return version and evaluation_under(version, intern, now, zone=zone)


def evaluation_under(
    version: SchemeVersion, intern, now: datetime, *, zone: ZoneInfo | None = None
) -> RequirementEvaluation:
    """The stored answer where one has this key; each key has one answer for ever."""
    zone = zone or association_zone()
    as_of, learning = civil_date(now, zone), learning_of(intern, zone)
    key = {
        "intern": intern,
        "version": version,
        "facts_version": FactsVersion.objects.current(intern),
        "learning": content_hash(learning),
        "as_of": as_of,
    }
    stored = RequirementEvaluation.objects.filter(**key).first()
    answer = stored or _evaluate(key, learning, zone, now)
    answer.version = version
    return answer


@transaction.atomic
def _evaluate(key: dict, learning: dict, zone: ZoneInfo, now: datetime) -> RequirementEvaluation:
    """The version is read again with the facts, so that an answer never carries a younger one's key."""
    key = key | {"facts_version": FactsVersion.objects.current(key["intern"])}
    about = {"as_of": key["as_of"].isoformat(), "zone": str(zone)}
    facts = about | together(learning, practice_of(key["intern"], zone))
    answer = evaluate(read_scheme(key["version"].text), read_facts(facts))
    row = RequirementEvaluation(**key, met=answer.met, result=result_of(answer), made_at=now)
    RequirementEvaluation.objects.bulk_create([row], ignore_conflicts=True)
    return RequirementEvaluation.objects.get(**key)


def result_of(answer: Evaluation) -> dict:
    """The Evaluation document, and beside it how each entry stands over all requirements."""
    entries = {
        one.entry: {
            "counted_for": list(one.counted_for),
            "minutes": one.minutes,
            "losses": [loss.document() for loss in one.losses],
            "flags": [flag._asdict() for flag in one.flags],
        }
        for one in answer.entries.values()
    }
    return answer.document() | {"entries": entries}
