"""One intern, one mentor, one clinician, two members of staff, two cases: what a life is led in."""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from hypothesis import strategies as st

from certification.practice.models import Case, SupervisionAgreement
from certification.scheme.actions import load_scheme
from certification.scheme.models import SchemeVersion
from tests.certification.scheme.complete import TEXT
from tests.factories.accounts import a_registrar
from tests.factories.certification import SPRING, a_case, a_policy, an_agreement, the_scheme

BEGIN = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
"""The clocks of London went back eight days ago, those of New York yesterday."""
PAUSES = [{"hours": 5}, {"days": 1}, {"days": 6}, {"days": 17}, {"days": 33}]
ZONES = ["Europe/London", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago"]
STARTS = [time(0, 30), time(1, 30), time(8, 15), time(12, 0), time(17, 45), time(23, 0)]
WITHOUT_CASE = ["mentor_individual", "mentor_group", "documentation_reflection", "observation"]
IN_A_CASE = ["direct_session", "direct_session", "clinician_consultation", "triadic_meeting"]


@dataclass(frozen=True)
class World:
    agreement: SupervisionAgreement
    cases: list[Case]
    staff: list
    versions: list[SchemeVersion]

    @property
    def intern(self):
        return self.agreement.intern

    @property
    def supervisors(self) -> list:
        return [self.agreement.mentor, self.agreement.clinician]


def a_world() -> World:
    a_policy("signature-statement")
    first = the_scheme()
    second, _done = load_scheme(TEXT, by=None, now=SPRING)
    agreement = an_agreement()
    return World(
        agreement=agreement,
        cases=[a_case(agreement), a_case(agreement)],
        staff=[a_registrar(), a_registrar()],
        versions=[first, second],
    )


def hours() -> st.SearchStrategy[dict]:
    """A claim in plain values: `ago` are days, `case` its number among the two."""
    common = {
        "ago": st.integers(0, 75),
        "start": st.sampled_from(STARTS),
        "zone": st.sampled_from(ZONES),
        "minutes": st.sampled_from([1, 25, 50, 61, 90, 305, 480]),
        "modality": st.sampled_from(["in_person", "in_person", "video"]),
        "group_size": st.sampled_from([3, 7]),
    }
    alone = st.fixed_dictionaries(common | {"category": st.sampled_from(WITHOUT_CASE)})
    of_case = {"category": st.sampled_from(IN_A_CASE), "case": st.integers(0, 1)}
    return alone | st.fixed_dictionaries(common | of_case)
