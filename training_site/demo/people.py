"""The demo people: invented, at example.org, each at a stage worth looking at.

Their keys and addresses never change (product.md); `load_demo` brings each of them to their stage
by the same actions that the site uses.
"""

from dataclasses import dataclass

from training_site.accounts.roles import Role


@dataclass(frozen=True)
class DemoPerson:
    key: str
    name: str
    roles: tuple[Role, ...]
    story: str

    @property
    def email(self) -> str:
        return f"{self.key}@example.org"


PEOPLE = (
    DemoPerson("trainee", "Thea Lindqvist", (Role.TRAINEE,), "Studying, on track"),
    DemoPerson("trainee2", "Tomas Weber", (Role.TRAINEE,), "Missed the assessment, waits two days"),
    DemoPerson("intern", "Imran Okafor", (Role.INTERN,), "In the internship, supervision slipping"),
    DemoPerson("intern2", "Ilse Vermeer", (Role.INTERN,), "A case broke off; hours not counting"),
    DemoPerson("ready", "Rosa Delgado", (Role.INTERN,), "Everything met, has not applied yet"),
    DemoPerson("applied", "Anouk Perrin", (Role.INTERN,), "Applied, in review"),
    DemoPerson("certified", "Clara Nwosu", (Role.CERTIFICANT,), "Holds a valid certificate"),
    DemoPerson("suspended", "Stefan Brandt", (Role.CERTIFICANT,), "Certificate suspended"),
    DemoPerson("mentor", "Miriam Katz", (Role.MENTOR,), "Has a month to sign"),
    DemoPerson("clinician", "Callum Reid", (Role.CLINICIAN,), "The clinician in their triads"),
    DemoPerson("lapsed-mentor", "Lars Mortensen", (Role.MENTOR,), "Verification has run out"),
    DemoPerson("instructor", "Ines Moreau", (Role.INSTRUCTOR,), "Wrote the ethics course"),
    DemoPerson("instructor2", "Ivo Havel", (Role.INSTRUCTOR,), "Approves what the other one wrote"),
    DemoPerson("reviewer1", "Ruth Adeyemi", (Role.REVIEWER,), "Reviews applications"),
    DemoPerson("reviewer2", "Rafael Costa", (Role.REVIEWER,), "Has a review to give"),
    DemoPerson(
        "reviewer3",
        "Rhea Santos",
        (Role.MENTOR, Role.REVIEWER),
        "Mentored applicants: excluded there",
    ),
    DemoPerson("decider", "Dana Whitfield", (Role.DECISION_MAKER,), "Decides applications"),
    DemoPerson("registrar", "Regina Falk", (Role.REGISTRAR,), "Checks dossiers and supervisors"),
    DemoPerson("complaints", "Conor Byrne", (Role.COMPLAINTS_OFFICER,), "Receives concerns"),
    DemoPerson("admin", "Ada Sorensen", (Role.ADMINISTRATOR,), "Invites people, keeps settings"),
)
# Beside them in Cohort 3, so that a report has a group to tell of.
FELLOWS = (
    DemoPerson("trainee3", "Niamh Corrigan", (Role.TRAINEE,), "Studying, ahead of the others"),
    DemoPerson("trainee4", "Pavel Dvorak", (Role.TRAINEE,), "Studying, on track"),
    DemoPerson("trainee5", "Amara Diallo", (Role.TRAINEE,), "Studying, on track"),
    DemoPerson("trainee6", "Jonas Lehmann", (Role.TRAINEE,), "Studying, on track"),
    DemoPerson("trainee7", "Sofia Marino", (Role.TRAINEE,), "Studying, a week behind"),
    DemoPerson("trainee8", "Kenji Watanabe", (Role.TRAINEE,), "Studying, two weeks behind"),
    DemoPerson("trainee9", "Leila Karimi", (Role.TRAINEE,), "Has an assessment to sit"),
    DemoPerson("trainee10", "Owen Price", (Role.TRAINEE,), "Stopped in the first course"),
)
# Beside the two interns, so that every turn that an internship may take is there to be looked at.
IN_PRACTICE = (
    DemoPerson("intern3", "Hanna Bergqvist", (Role.INTERN,), "Over two limits: one case, remote"),
    DemoPerson("intern4", "Mateo Ferreira", (Role.INTERN,), "Contests a month nobody signed"),
    DemoPerson("intern5", "Yuki Tanaka", (Role.INTERN,), "Moved to version 1.0; an intensive"),
    DemoPerson("intern6", "Samira Haddad", (Role.INTERN,), "On leave, a case paused"),
    DemoPerson("intern7", "Piotr Nowak", (Role.INTERN,), "Began elsewhere, goes on here"),
    DemoPerson("mentor2", "Marta Oliveira", (Role.MENTOR,), "Does not answer; soon to lapse"),
)
EVERYBODY = PEOPLE + FELLOWS + IN_PRACTICE
BY_KEY = {person.key: person for person in EVERYBODY}
