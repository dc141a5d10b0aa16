"""What could not be printed is refused while somebody can still change it, and never promised."""

import pytest

from certification.credentials import actions
from certification.credentials.actions import templates
from certification.credentials.models import Certificate, RecordedCertification
from certification.decisions.models import Decision
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from tests.factories.decisions import NOW
from tests.factories.templates import WORDING, a_published_template
from training_site.content.models import AssociationSettings
from training_site.jobs.models import JobRun
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.lesson(45)]
PICTOGRAM = "🌱"


def test_a_grant_by_somebody_whose_name_cannot_be_printed_is_refused():
    application = world.a_recommended_application()
    decider = world.a_decider(name=f"Dana {PICTOGRAM}")

    with pytest.raises(Refused, match="page_has_no_glyph") as refused:
        world.a_decision(application, by=decider)

    assert refused.value.details == {"characters": PICTOGRAM}
    assert not Decision.objects.exists()
    assert not JobRun.objects.filter(name="certification.issue_certificate").exists()


def test_a_refusal_by_the_same_person_prints_nothing_and_stands():
    decision = world.a_decision(outcome="refuse", by=world.a_decider(name=f"Dana {PICTOGRAM}"))

    assert decision.outcome == "refuse"


def test_the_association_and_the_title_are_tried_as_well():
    application = world.a_recommended_application()
    scheme = application.scheme_version.scheme
    scheme.title = f"Certified {PICTOGRAM} Partner"
    scheme.save()

    with pytest.raises(Refused, match="page_has_no_glyph"):
        world.a_decision(application)


def test_an_issuer_without_glyphs_promises_nothing():
    application = world.a_recommended_application()
    settings = AssociationSettings.objects.get()
    settings.issuer_name = f"Association {PICTOGRAM}"
    settings.save()

    with pytest.raises(Refused, match="page_has_no_glyph"):
        world.a_decision(application)


def test_what_does_not_fit_into_the_template_is_not_promised(monkeypatch):
    """As if the longest of today had been shorter when it was published."""
    monkeypatch.setattr(templates, "try_the_fullest", lambda template, *, today: None)
    lines = "\n".join(["And much more is to be said of what this stands for. " * 5] * 5)
    a_published_template(wording=f"{WORDING}\n{lines}")

    with pytest.raises(Refused, match="page_does_not_fit"):
        world.a_decision()

    assert not Decision.objects.exists()


def test_a_name_that_cannot_be_printed_is_not_recorded():
    with pytest.raises(Refused, match="name_has_no_glyph"):
        world.a_record(a_person(name=f"Hanna {PICTOGRAM}"))

    assert not RecordedCertification.objects.exists()


def test_a_record_is_not_approved_by_somebody_whose_name_cannot_be_printed():
    record = actions.record_certification(
        a_person(),
        scheme_version=world.a_small_scheme(),
        evidence="Paper certificate seen",
        granted_on=NOW.date(),
        valid_until=NOW.date(),
        by=a_registrar(),
        now=NOW,
    )

    with pytest.raises(Refused, match="page_has_no_glyph"):
        actions.approve_recorded(record, by=world.a_decider(name=f"Dana {PICTOGRAM}"), now=NOW)

    record.refresh_from_db()
    assert record.approved_at is None
    assert not Certificate.objects.exists()
