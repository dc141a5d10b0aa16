"""Questions that the tests ask of the loaded demo."""

from django.apps import apps
from django.utils import timezone

from assessments.models import Assessment
from certification.credentials.models import Certificate
from certification.scheme.evaluations import evaluation_for
from courses.models import Enrolment
from training_site.content.civil import civil_date
from training_site.demo.stages.people import somebody

OURS = ("accounts", "assessments", "audit", "certification", "content", "courses", "jobs")


def today():
    return civil_date(timezone.now())


def standing(key: str):
    return evaluation_for(somebody(key), timezone.now())


def certificate_of(key: str) -> Certificate:
    return Certificate.objects.of(somebody(key)).get()


def enrolment_of(key: str) -> Enrolment:
    return Enrolment.objects.active().with_pace().get(learner=somebody(key))


def ethics() -> Assessment:
    return Assessment.objects.get(slug="ethics-exam")


def rows() -> dict[str, int]:
    return {
        model._meta.label: model.objects.count()
        for label in OURS
        for model in apps.get_app_config(label).get_models()
        if not model._meta.proxy
    }
