"""Asking a tutor: one question answered, one that waits."""

from datetime import datetime

from courses.models import CoursePage, LessonVersion, Thread
from courses.threads import actions as threads
from training_site.demo.people import BY_KEY
from training_site.demo.stages.past import FRIDAY, Past
from training_site.demo.stages.people import somebody
from training_site.demo.stages.studying import Studies

ANSWERED = (
    "The lesson says that a name is the least of what identifies somebody. Later, in supervision, "
    "I will have to say something about the person, or nobody can help me. Where do you draw the "
    "line?"
)
ANSWER = (
    "Ask yourself what your question needs. If it is about your own hurry, your mentor needs the "
    "moment and nothing of the person's life. Say less than you think first, and let your mentor "
    "ask for more."
)
WAITING = (
    "I missed the assessment by two marks, and both were about who hears what from the consult. "
    "Which part of this lesson would you read again before a second try?"
)


def ask(
    studies: Studies, course: CoursePage, text: str, version: LessonVersion, *, now: datetime
) -> None:
    threads.ask(studies.enrolment, course, text=text, version=version, now=now)


def answer_one(past: Past) -> None:
    """What the first trainee asked, if she is there by now."""
    trainee = Thread.objects.filter(learner__email=BY_KEY["trainee"].email)
    for thread in trainee:
        now = past.at(2, FRIDAY, 9)
        threads.mark_seen(thread, somebody("instructor"), now=now)
        threads.answer(thread, text=ANSWER, by=somebody("instructor"), now=now)
