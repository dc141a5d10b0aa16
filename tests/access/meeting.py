"""The chapter in which people learn together: days, minutes signed, something told to all."""

from datetime import timedelta

from courses.announcements.actions.announcing import announce
from courses.live.actions.answering import report_alternative
from tests.factories.live_days import a_live_day, signed
from training_site.accounts.roles import Role


def they_meet(story, now) -> None:
    """A day to come with an account handed in for it, one past and signed for, an announcement."""
    trainee, programme = story.cast[Role.TRAINEE], story.cohort.programme
    to_come = {"date": (now + timedelta(days=9)).date(), "instructor": story.cast[Role.INSTRUCTOR]}
    story.live_day = a_live_day(programme, at=now, **to_come)
    story.report = report_alternative(story.live_day, trainee, account="A canary.", now=now)
    story.attendance = signed(a_live_day(programme), trainee, 60, now=now)
    story.announcement = announce(
        programme,
        title="Room 5",
        text="We meet there.",
        cohort=story.cohort,
        by=story.cast[Role.INSTRUCTOR],
        now=now,
    )
