"""Everybody's way to their stage, in an order in which each finds those they need.

A stage is one transaction and begins with its person's arrival: whoever is here is at their stage.
"""

from collections.abc import Callable
from functools import partial

from training_site.demo.stages import (
    candidates,
    interns,
    staff,
    supervisors,
    trainees,
    turns,
    versions,
)
from training_site.demo.stages.past import Past

STAGES: dict[str, Callable[[Past], None]] = {
    "admin": staff.admin,
    "registrar": staff.registrar,
    "complaints": staff.complaints,
    "decider": staff.decider,
    "instructor": staff.instructor,
    "reviewer1": staff.reviewer1,
    "reviewer2": staff.reviewer2,
    "reviewer3": supervisors.reviewing_mentor,
    "mentor": supervisors.mentor,
    "mentor2": supervisors.silent_mentor,
    "lapsed-mentor": supervisors.lapsed_mentor,
    "clinician": supervisors.clinician,
    "suspended": candidates.suspended,
    "certified": candidates.certified,
    "ready": candidates.ready,
    "applied": candidates.applied,
    "intern2": interns.intern2,
    "intern": interns.intern,
    "intern3": turns.over_two_limits,
    "intern4": turns.contesting,
    "intern6": turns.on_leave,
    "intern5": versions.moving,
    "intern7": versions.from_elsewhere,
    "trainee2": trainees.trainee2,
    "trainee": trainees.trainee,
    **{key: partial(trainees.fellow, key) for key in trainees.FELLOWS},
    "instructor2": staff.instructor2,
}
