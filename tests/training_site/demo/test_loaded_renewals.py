"""The loaded demo as those at the end of a term find it."""

import pytest
from django.utils import timezone

from certification.credentials.models import Certificate
from certification.renewals.models import CEActivity, Renewal
from certification.renewals.standing import certificates_of, renewing
from training_site.demo.stages.people import somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def standing(key: str):
    return renewing(certificates_of(somebody(key))[0], timezone.now())


def test_the_one_in_grace_lacks_an_hour_or_two_and_nothing_else():
    one = standing("in-grace")
    rows = {row["id"]: row for row in one.evidence.document["requirements"]}

    assert one.phase == "grace"
    assert {name for name, row in rows.items() if row["state"] != "met"} == {"education"}
    assert 0 < rows["education"]["shortfall"] <= 120
    assert rows["education"]["projected"] == rows["education"]["have"] + 60
    assert len(one.evidence.document["peers"]["signed"]) == 1


def test_the_one_that_lapsed_can_still_be_renewed():
    assert standing("lapsed").phase == "late"


def test_the_one_renewed_has_two_terms_and_nothing_of_the_first_is_lost():
    one, holder = standing("renewed"), somebody("renewed")
    renewal = Renewal.objects.get(certificant=holder)
    line = Certificate.objects.line_of(one.certificate)

    assert one.phase == "before"
    assert [two.standing for two in line] == ["active", "superseded"]
    assert renewal.outcome == "renew"
    assert renewal.evidence["met"]
    assert CEActivity.objects.of(holder).accepted().count() == 11
    assert next(row["have"] for row in one.evidence.document["requirements"]) == 120
