"""Everybody's way to their stage, in an order in which each finds those they need.

A stage is one transaction and begins with its person's arrival: whoever is here is at their stage.
"""

from collections.abc import Callable
from functools import partial

from training_site.demo.stages import candidates, interns, staff, supervisors, trainees
from training_site.demo.stages.past import Past

STAGES: dict[str, Callable[[Past], None]] = {
    "admin": staff.admin,
    "registrar": staff.registrar,
    "decider": staff.decider,
    "instructor": staff.instructor,
    "reviewer1": staff.reviewer1,
    "reviewer2": staff.reviewer2,
    "reviewer3": supervisors.reviewing_mentor,
    "mentor": supervisors.mentor,
    "lapsed-mentor": supervisors.lapsed_mentor,
    "clinician": supervisors.clinician,
    "suspended": candidates.suspended,
    "certified": candidates.certified,
    "ready": candidates.ready,
    "applied": candidates.applied,
    "intern2": interns.intern2,
    "intern": interns.intern,
    "trainee2": trainees.trainee2,
    "trainee": trainees.trainee,
    **{key: partial(trainees.fellow, key) for key in trainees.FELLOWS},
    "complaints": staff.complaints,
    "instructor2": staff.instructor2,
}
