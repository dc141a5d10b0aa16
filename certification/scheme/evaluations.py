"""The engine's answer about a person: kept while nothing changes, worked out anew when it does."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Subquery
from django.db.models.functions import Coalesce

from certification.practice.models import FactsVersion
from certification.scheme.facts import facts_for
from certification.scheme.facts.learning_key import learning_key
from certification.scheme.models import RequirementEvaluation, SchemeVersion
from certification.scheme.rules import Evaluation, evaluate, read_facts, read_scheme
from training_site.content.civil import association_zone, civil_date


def evaluation_for(
    intern, now: datetime, *, zone: ZoneInfo | None = None
) -> RequirementEvaluation | None:
    """How this person stands today under the version that binds them; None before there is one.

    One question for the state of what lies below, one for the answer with its version.
    """
    zone = zone or association_zone()
    key = _key(intern, now, zone)
    binding = SchemeVersion.objects.bearing_on(intern).values("pk")[:1]
    if stored := _stored(key, binding):
        return stored
    version = SchemeVersion.objects.binding(intern)
    return version and _answer(version, key, zone, now)


def evaluation_under(
    version: SchemeVersion, intern, now: datetime, *, zone: ZoneInfo | None = None
) -> RequirementEvaluation:
    """The stored answer where one has this key; each key has one answer for ever."""
    zone = zone or association_zone()
    key = _key(intern, now, zone)
    return _stored(key, version.pk) or _answer(version, key, zone, now)


def _key(intern, now: datetime, zone: ZoneInfo) -> dict:
    as_of = civil_date(now, zone)
    return {"intern": intern, "learning": learning_key(intern, zone), "as_of": as_of}


def _stored(key: dict, version) -> RequirementEvaluation | None:
    number = FactsVersion.objects.filter(intern=key["intern"]).values("number")
    current = Coalesce(Subquery(number), 0)
    found = RequirementEvaluation.objects.filter(**key, version=version, facts_version=current)
    return found.select_related("version__scheme").first()


def _answer(
    version: SchemeVersion, key: dict, zone: ZoneInfo, now: datetime
) -> RequirementEvaluation:
    answer = _evaluate(key | {"version": version}, zone, now)
    answer.version = version
    return answer


@transaction.atomic
def _evaluate(key: dict, zone: ZoneInfo, now: datetime) -> RequirementEvaluation:
    """Its ages are read again with the facts, so that an answer never carries a younger one's key."""
    intern = key["intern"]
    ages = {"facts_version": FactsVersion.objects.current(intern)}
    key = key | ages | {"learning": learning_key(intern, zone)}
    facts = facts_for(intern, key["as_of"], zone=zone)
    answer = evaluate(read_scheme(key["version"].text), read_facts(facts))
    result = result_of(answer) | {"breaks": breaks_in(facts)}
    row = RequirementEvaluation(**key, met=answer.met, result=result, made_at=now)
    RequirementEvaluation.objects.bulk_create([row], ignore_conflicts=True)
    return RequirementEvaluation.objects.get(**key)


def breaks_in(facts: dict) -> list[dict]:
    """Leave and paused cases, for the drawing of hours over time."""
    leaves = [row | {"case": None} for row in facts["leaves"]]
    pauses = [
        pause | {"case": case["id"]} for case in facts["cases"] for pause in case.get("pauses", ())
    ]
    return leaves + pauses


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
