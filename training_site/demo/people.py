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
# Certified, and each lets strangers see something else of it.
SEEN = (
    DemoPerson(
        "listed", "Lena Aaltonen", (Role.CERTIFICANT,), "In the public list; a letter waits"
    ),
    DemoPerson("hidden", "Hugo Marchetti", (Role.CERTIFICANT,), "Kept out of sight, as he asked"),
    DemoPerson("renamed", "Aisha Rahman", (Role.CERTIFICANT,), "Her certificate has a new name"),
)
# Whose applications are not at their end with the decision.
UNSETTLED = (
    DemoPerson("deferred", "Nadia Petrova", (Role.INTERN,), "Deferred, with two conditions"),
    DemoPerson("refused", "Bram Visser", (Role.INTERN,), "Refused; the appeal waits"),
    DemoPerson("decider2", "Desmond Achebe", (Role.DECISION_MAKER,), "Has an appeal to answer"),
)
# Hours signed by somebody who was not entitled; and a reviewer for the public.
RECALLED = (
    DemoPerson("recalled", "Vilma Stein", (Role.INTERN,), "Part of her hours was recalled"),
    DemoPerson("recalled-mentor", "Otto Brandt", (Role.MENTOR,), "Was not entitled to sign"),
    DemoPerson("reviewer4", "Greta Halvorsen", (Role.REVIEWER,), "Sits for the public"),
)
# A complaint, and who looks into it beside the reviewers of the house.
AROUND_A_COMPLAINT = (
    DemoPerson("in-complaint", "Edda Sandvik", (Role.CERTIFICANT,), "A committee looks into it"),
    DemoPerson(
        "outside-member", "Pia Laurent", (Role.REVIEWER,), "From outside, on that committee alone"
    ),
)
# Certified years ago, each at another end of a term.
AT_THE_END_OF_A_TERM = (
    DemoPerson("in-grace", "Paula Lindgren", (Role.CERTIFICANT,), "In grace, an hour is missing"),
    DemoPerson("lapsed", "Marek Zielinski", (Role.CERTIFICANT,), "Expired; can still renew"),
    DemoPerson("renewed", "Odile Bernard", (Role.CERTIFICANT,), "Renewed once: two terms"),
)
# Whose certificates ended, or say something else now.
ENDED = (
    DemoPerson("withdrawn", "Wanda Kessler", (Role.CERTIFICANT,), "Withdrawn; may still appeal"),
    DemoPerson("resigned", "Henrik Solberg", (Role.CERTIFICANT,), "Gave his certificate back"),
    DemoPerson("renumbered", "Noor Hassan", (Role.CERTIFICANT,), "Asked for another number"),
    DemoPerson("narrowed", "Tilde Lund", (Role.CERTIFICANT,), "Certified for less than before"),
)
EVERYBODY = (
    PEOPLE
    + FELLOWS
    + IN_PRACTICE
    + SEEN
    + UNSETTLED
    + RECALLED
    + AROUND_A_COMPLAINT
    + AT_THE_END_OF_A_TERM
    + ENDED
)
BY_KEY = {person.key: person for person in EVERYBODY}
