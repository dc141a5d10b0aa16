"""An association as it opens: curriculum and scheme loaded, its people in their roles, a clock."""

from functools import cached_property
from io import StringIO

from django.core.management import call_command

from courses.models import Cohort, CoursePage, ProgrammePage
from tests.journeys.clock import Clock
from tests.journeys.visitors import Person, Visitor
from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.demo.stages.past import Past
from training_site.jobs.outbox import drain

NAMES = {
    "admin": ("Ada Sorensen", Role.ADMINISTRATOR),
    "registrar": ("Regina Falk", Role.REGISTRAR),
    "mentor": ("Miriam Katz", Role.MENTOR, Role.REVIEWER),
    "clinician": ("Callum Reid", Role.CLINICIAN),
    "reviewer": ("Ruth Adeyemi", Role.REVIEWER),
    "neighbour": ("Nadia Olsen", Role.REVIEWER),
    "decider": ("Dana Whitfield", Role.DECISION_MAKER),
    "listener": ("Conor Byrne", Role.COMPLAINTS_OFFICER),
    "author": ("Ines Moreau", Role.INSTRUCTOR),
    "editor": ("Ivo Havel", Role.INSTRUCTOR),
    "arbiter": ("Inga Thorsen", Role.INSTRUCTOR),
    "veteran": ("Vera Lindholm", Role.CERTIFICANT),
}


class Town:
    """Who is there, by what they are called in the story: `town.registrar.opens(…)`."""

    def __init__(self, clock: Clock, past: Past):
        self.clock, self.past = clock, past
        self.visited: set[str] = set()
        self._people: dict[str, Person] = {}
        for command in ("load_curriculum", "load_scheme"):
            call_command(command, stdout=StringIO())
        for key, (name, *roles) in NAMES.items():
            self.settles(key, self._account(f"{key}@example.org", name, roles))
        programme = ProgrammePage.objects.live().get(code="foundation")
        Cohort.objects.create(programme=programme, title="Winter", starts_on=past.day(49))

    def __getattr__(self, key: str) -> Person:
        try:
            return self.__dict__["_people"][key]
        except KeyError:
            raise AttributeError(key) from None

    def settles(self, key: str, user: User) -> Person:
        self._people[key] = Person(user, self.clock, self.visited)
        return self._people[key]

    def stranger(self) -> Visitor:
        return Visitor(self.clock, self.visited)

    @cached_property
    def course(self) -> CoursePage:
        return CoursePage.objects.live().select_related("assessment").get(code="ethics")

    def at(self, weeks_ago: int, weekday: int = 0, hour: int = 10) -> None:
        """So many weeks before the end of the story, on this day of the week."""
        self.clock.move_to(self.past.at(weeks_ago, weekday, hour))

    def day(self, weeks_ago: int, weekday: int = 0) -> str:
        return self.past.day(weeks_ago, weekday).isoformat()

    @property
    def today(self) -> str:
        return self.clock.now.date().isoformat()

    def works_off_its_jobs(self) -> None:
        drain()

    def _account(self, email: str, name: str, roles) -> User:
        user = User.objects.create_user(email, name=name, password="triad-demo")
        for role in roles:
            give_role(user, role, by=None, now=self.clock.now)
        return user
