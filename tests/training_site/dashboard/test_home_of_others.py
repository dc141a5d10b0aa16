"""The home of whoever signs hours or holds a certificate."""

import pytest
from django.urls import reverse

from certification.practice.models import HoursEntry
from tests.factories.certification import a_mentor, a_submitted_entry, an_agreement
from tests.factories.decisions import NOW, a_certificate_showing
from training_site.accounts.templatetags.roles import role_label
from training_site.dashboard.home import home_of

pytestmark = pytest.mark.django_db


def test_a_month_to_sign_comes_before_ones_own_certificate(now):
    mentor = a_mentor()
    a_submitted_entry(an_agreement(mentor=mentor), now=now)

    step = home_of(mentor, now).next_step

    assert HoursEntry.objects.waiting_for(mentor).exists()
    assert step.title == "1 month waits for your signature"
    assert step.url == reverse("supervision")


def test_a_suspended_certificate_says_so_at_once():
    certificate = a_certificate_showing("suspended")

    home = home_of(certificate.holder, NOW)

    [(_certificate, telling)] = home.certificates
    assert telling.word == "Suspended"
    assert home.next_step.text == telling.sentence


def test_a_group_is_told_by_its_label_and_a_foreign_one_by_its_name():
    assert role_label("decision_maker") == "Decision-maker"
    assert role_label("Editors") == "Editors"
