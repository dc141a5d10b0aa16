"""The addresses, inside the admin, of corrections, incidents, attempts, accommodations and reports."""

from django.urls import path

from assessments.views.staff import (
    accommodations,
    attempts,
    closing,
    incidents,
    irregularities,
    regrades,
)

ATTEMPTS = "attempts/<uuid:assessment>/"
LEARNER = "accommodations/<uuid:learner>/"
REGRADE = "regrades/<uuid:regrade>/"
INCIDENT = "incidents/<uuid:incident>/"

urlpatterns = [
    path("attempts/", attempts.desk, name="attempts_desk"),
    path(ATTEMPTS, attempts.attempts_of, name="attempts_of"),
    path(f"{ATTEMPTS}close/", closing.close_attempts, name="attempts_close"),
    path(f"{ATTEMPTS}<uuid:attempt>/", attempts.attempt, name="attempt_time"),
    path("accommodations/", accommodations.accommodations, name="accommodations"),
    path(LEARNER, accommodations.accommodation, name="accommodation"),
    path(f"{LEARNER}<uuid:accommodation>/end/", accommodations.end, name="accommodation_end"),
    path("regrades/", regrades.regrades, name="regrades"),
    path("regrades/plan/<uuid:item>/<int:number>/", regrades.plan, name="regrade_plan"),
    path(REGRADE, regrades.regrade, name="regrade"),
    path(f"{REGRADE}apply/", regrades.apply, name="regrade_apply"),
    path(f"{REGRADE}discard/", regrades.discard, name="regrade_discard"),
    path(f"{REGRADE}back/", regrades.take_back, name="regrade_reverse"),
    path("incidents/", incidents.incidents, name="incidents"),
    path("incidents/new/<uuid:assessment>/", incidents.new, name="incident_new"),
    path(INCIDENT, incidents.incident, name="incident"),
    path(f"{INCIDENT}apply/", incidents.apply, name="incident_apply"),
    path("irregularities/", irregularities.irregularities, name="irregularities"),
    path(
        "irregularities/report/<uuid:attempt>/", irregularities.report, name="irregularity_report"
    ),
    path("irregularities/<uuid:report>/", irregularities.irregularity, name="irregularity"),
]
