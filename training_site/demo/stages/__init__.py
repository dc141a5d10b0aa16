"""Everybody's way to their stage, in an order in which each finds those they need.

A stage is one transaction and begins with its person's arrival: whoever is here is at their stage.
"""

from collections.abc import Callable
from functools import partial

from training_site.demo.stages import (
    appealing,
    candidates,
    complaining,
    ending,
    interns,
    recalling,
    renaming,
    renewing,
    showing,
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
    "decider2": staff.second_decider,
    "instructor": staff.instructor,
    "reviewer1": staff.reviewer1,
    "reviewer2": staff.reviewer2,
    "reviewer3": supervisors.reviewing_mentor,
    "mentor": supervisors.mentor,
    "mentor2": supervisors.silent_mentor,
    "lapsed-mentor": supervisors.lapsed_mentor,
    "recalled-mentor": recalling.recalled_mentor,
    "clinician": supervisors.clinician,
    "suspended": candidates.suspended,
    "certified": candidates.certified,
    "listed": showing.listed,
    "hidden": showing.hidden,
    "renamed": renaming.renamed,
    "in-grace": renewing.in_grace,
    "lapsed": renewing.lapsed,
    "renewed": renewing.renewed,
    "withdrawn": ending.withdrawn,
    "resigned": ending.resigned,
    "renumbered": ending.renumbered,
    "narrowed": ending.narrowed,
    complaining.RESPONDENT: complaining.in_complaint,
    complaining.FROM_OUTSIDE: complaining.outside_member,
    "ready": candidates.ready,
    "applied": candidates.applied,
    "deferred": appealing.deferred,
    "refused": appealing.refused,
    "intern2": interns.intern2,
    "intern": interns.intern,
    "intern3": turns.over_two_limits,
    "intern4": turns.contesting,
    "intern6": turns.on_leave,
    "recalled": recalling.recalled,
    "intern5": versions.moving,
    "intern7": versions.from_elsewhere,
    "reviewer4": recalling.public_reviewer,
    "trainee2": trainees.trainee2,
    "trainee": trainees.trainee,
    **{key: partial(trainees.fellow, key) for key in trainees.FELLOWS},
    "instructor2": staff.instructor2,
}
