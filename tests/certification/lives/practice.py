"""Practice led through any order of steps by the actions of the site, refusals included."""

import json
from datetime import date, datetime, timedelta

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from certification.practice import actions
from certification.practice.claims import Claim
from certification.practice.models import FactsVersion, HoursEntry
from certification.practice.rules.lifecycles import may_entry
from certification.practice.rules.signing import hash_of_entry
from certification.practice.sheets import document_of
from certification.scheme.actions import pin
from certification.scheme.evaluations import evaluation_for, result_of
from certification.scheme.facts import facts_for
from certification.scheme.rules import evaluate, read_facts, read_scheme
from tests.certification.lives import around, hours, signing
from tests.certification.lives.screens import every_screen_agrees
from tests.certification.lives.world import BEGIN, World
from tests.certification.lives.world import hours as some_hours
from training_site.audit.models import AuditEvent
from training_site.content.civil import civil_date
from training_site.verdict import Refused

OFTEN = [
    hours.log_and_hand_in,
    hours.log_and_hand_in,
    hours.change,
    hours.correct,
    hours.correct,
    hours.time_passes,
    signing.sign,
    signing.sign,
    signing.sign,
    signing.sign,
    signing.contest,
    signing.decide,
]
"""Without these little would come about; each of the others is as likely as one of them."""
STEPS = [
    *OFTEN,
    hours.log,
    hours.send_again_what_was_not_acknowledged,
    hours.hand_in,
    hours.discard,
    hours.send_back,
    signing.read_a_sheet,
    signing.sign_what_was_read,
    signing.contest_lateness,
    signing.withdraw_contest,
    signing.record_paper,
    signing.check_paper,
    around.attest_step,
    around.pause,
    around.resume,
    around.close_case,
    around.ask_for_leave,
    around.end_leave,
    around.withdraw_leave,
    around.withdraw_authority,
    around.verify_again,
    around.end_agreement,
    around.give_notice,
    around.bring_hours,
    around.take_back_hours,
    around.recognise,
    around.take_back_credits,
]


class Practice(RuleBasedStateMachine):
    """One intern's record; time only goes on. Whatever happens is undone at the end."""

    world: World

    def __init__(self):
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.now: datetime = BEGIN
        self.read = None
        self.sent: list[tuple] = []
        self.signed: dict[int, tuple] = {}
        self.broken = False

    def teardown(self):
        try:
            if not self.broken:
                every_screen_agrees(self.intern, self.world.supervisors, self.now)
        finally:
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)

    @property
    def intern(self):
        return self.world.intern

    @property
    def today(self) -> date:
        return civil_date(self.now)

    def done(self, action, *arguments, quiet: bool = False, **named):
        """What came of it, None where it was refused. A change counts the facts up by one and is on
        the audit record; a refusal leaves neither. `quiet`: it may have changed nothing."""
        facts, events = self._marks()
        try:
            made = action(*arguments, now=self.now, **named)
        except Refused:
            assert self._marks() == (facts, events)
            return None
        except Exception:
            self.broken = True
            raise
        facts_now, events_now = self._marks()
        assert facts_now == facts + 1
        assert events_now > events or (quiet and events_now == events)
        return made

    def _marks(self) -> tuple[int, int]:
        return FactsVersion.objects.current(self.intern), AuditEvent.objects.count()

    def an_entry(self, data, verb: str) -> HoursEntry | None:
        """Often one that allows the verb, now and then one that does not."""
        entries = list(HoursEntry.objects.of(self.intern).select_related("supervisor", "intern"))
        fitting = [one for one in entries if may_entry(verb, one.state)]
        return data.draw(st.sampled_from([*fitting, *fitting, *entries])) if entries else None

    def claim(self, said: dict) -> Claim:
        values = {name: said[name] for name in ("category", "start", "zone", "minutes", "modality")}
        case = self.world.cases[said["case"]] if "case" in said else None
        day = self.today - timedelta(days=said["ago"])
        return Claim(**values, date=day, case=case, group_size=said["group_size"])

    @initialize(version=st.integers(0, 1), first=st.lists(some_hours(), max_size=4))
    def practice_begins(self, version, first):
        self.done(pin, self.intern, self.world.versions[version], by=self.world.staff[0])
        for said in first:
            entry = self.done(actions.log_hours, self.intern, self.claim(said), by=self.intern)
            if entry:
                assert self.done(actions.submit, entry, by=self.intern)

    @rule(data=st.data(), step=st.sampled_from(STEPS))
    def something_happens(self, data, step):
        step(self, data)

    @invariant()
    def what_is_signed_never_changes(self):
        signed = (
            HoursEntry.objects.of(self.intern)
            .signed()
            .select_related("case", "agreement", "corrects", "signature")
        )
        rows = {one.pk: (document_of(one), one.signature.entry_hash) for one in signed}
        assert rows.items() >= self.signed.items()
        assert all(hash_of_entry(said) == kept for said, kept in rows.values())
        self.signed = rows

    @invariant()
    def the_stored_answer_is_the_answer_from_scratch(self):
        stored = evaluation_for(self.intern, self.now)
        facts = read_facts(facts_for(self.intern, self.today))
        again = result_of(evaluate(read_scheme(stored.version.text), facts))
        answer = {key: stored.result[key] for key in again}
        assert answer == json.loads(json.dumps(again))
