"""The chapter in which the trainee writes: one answer waits for a marker, one has been marked."""

from assessments.views.staff.marking_desk import name_of
from tests.factories.marking import a_marking, a_written_assessment, a_written_attempt, essays_of
from training_site.accounts.roles import Role


def they_write(story, now) -> None:
    from assessments import actions

    trainee, instructor = story.cast[Role.TRAINEE], story.cast[Role.INSTRUCTOR]
    assessment = a_written_assessment(essays=2)
    actions.grant(assessment, trainee, opens=now, by=None, now=now)
    attempt = a_written_attempt(assessment, learner=trainee, now=now)
    story.written, marked = essays_of(attempt)
    story.marking = a_marking(marked, by=instructor, now=now)


def written_answer(story) -> dict:
    item = story.written.item_version.item
    return {"item": item.public_id, "answer": name_of(story.written)}
