"""Another certificate in place of one: what is the same, what changes hands, what ends."""

import json
from datetime import date, timedelta

import pytest

from certification.credentials import actions, storage
from certification.credentials.models import Certificate, CertificateEvent, CertificateReplacement
from certification.credentials.rules.lifecycle import Change
from certification.decisions.actions import close_condition
from certification.decisions.models import Condition
from tests.factories import decisions as world
from tests.factories import replacing as again
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.jobs.models import JobRun
from training_site.jobs.outbox import drain

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
KINDS = ["name", "number", "scope", "renewal"]
REASON = "The committee found that the code was breached."


def verbs_about(certificate) -> list[str]:
    events = AuditEvent.objects.filter(target_id=certificate.public_id)
    return list(events.order_by("pk").values_list("verb", flat=True))


def kinds_of(certificate) -> list[str]:
    return list(certificate.events.order_by("pk").values_list("kind", flat=True))


@pytest.mark.lesson(42, 43)
def test_a_corrected_name_is_a_new_certificate_under_the_same_decision(now):
    old = world.a_certificate()
    before, files = dict(old.snapshot), {one.kind: one.sha256 for one in old.files.all()}

    new = again.a_successor(old, "name")

    differ = {key for key in before if new.snapshot[key] != before[key]}
    assert differ == {"holder_name", "number", "public_id", "verify_url"}
    assert new.snapshot["holder_name"] == again.NEW_NAME
    assert (new.origin, new.first, new.scheme_version) == (old, old, old.scheme_version)
    assert (new.valid_from, new.valid_until) == (old.valid_from, old.valid_until)
    assert old.snapshot == before
    assert {one.kind: one.sha256 for one in old.files.all()} == files
    assert storage.read(old, "pdf", expected=files["pdf"])


@pytest.mark.parametrize(
    ("kind", "standing", "event"),
    [
        ("name", "superseded", "superseded"),
        ("number", "rotated", "rotated"),
        ("scope", "superseded", "narrowed"),
        ("renewal", "superseded", "renewed"),
    ],
)
def test_the_old_one_ends_as_the_new_one_begins_and_both_are_on_record(now, kind, standing, event):
    old = world.a_quick_certificate()

    new = again.a_successor(old, kind)

    assert (old.standing, old.standing_on, new.standing) == (standing, now.date(), "active")
    assert (kinds_of(old), kinds_of(new)) == (["issued", event], ["issued"])
    assert old.events.last().at == new.events.get().at == new.issued_at
    assert verbs_about(old)[1:] == [
        "certification.certificate.replacement_asked",
        "certification.certificate.replaced",
    ]
    assert verbs_about(new) == ["certification.certificate.issued"]
    told = Notice.objects.filter(person=old.holder, url__contains=str(new.public_id))
    assert told.count() == 1


def test_the_job_that_was_promised_makes_it(now):
    old = world.a_quick_certificate()
    asked = again.a_name_asked(old)

    drain()

    assert JobRun.objects.get(key=f"replace:{asked.pk}").args == [asked.pk]
    assert Certificate.objects.current_of(old).replacement == asked


def test_a_renewed_one_has_the_new_term_and_the_name_of_who_granted_it(now):
    old = world.a_certificate()

    new = again.a_successor(old, "renewal")

    assert (new.valid_from, new.valid_until) == (now.date(), date(2031, 12, 31))
    assert new.snapshot["issued_on"] == "2026-11-23"
    assert "another term was granted" in new.snapshot["criteria"]
    assert new.snapshot["signatories"][0]["name"] == new.replacement.by.name
    assert new.snapshot["signatories"] != old.snapshot["signatories"]


def test_a_renewal_granted_for_an_earlier_one_of_the_line_replaces_the_one_that_counts(now):
    """The name was corrected while the renewal was being looked at."""
    first = world.a_quick_certificate()
    named = again.a_successor(first, "name")

    renewed = again.a_successor(first, "renewal")

    named.refresh_from_db()
    assert (renewed.replacement.certificate, named.standing) == (named, "superseded")
    assert renewed.snapshot["holder_name"] == again.NEW_NAME
    assert renewed.first == first


def test_a_line_goes_on_and_one_of_it_counts(now):
    first = world.a_quick_certificate()
    second = again.a_successor(first, "name")
    third = again.a_successor(second, "number", now=now + timedelta(days=1))

    line = list(Certificate.objects.line_of(second))

    assert line == [third, second, first]
    assert {Certificate.objects.current_of(one) for one in line} == {third}
    assert list(Certificate.objects.of(first.holder).current()) == [third]
    assert third.snapshot["holder_name"] == again.NEW_NAME


@pytest.mark.parametrize("kind", KINDS)
def test_delivered_again_it_is_the_same_one(now, kind):
    old = world.a_quick_certificate()
    new = again.a_successor(old, kind)

    once_more = actions.issue_replacement(new.replacement_id, now=now + timedelta(days=1))

    assert once_more == new
    assert Certificate.objects.count() == 2
    assert CertificateEvent.objects.count() == 3


@pytest.mark.parametrize(
    "step", ["carriers_of", "store", "put_in_force", "give_role", "notify", "_end"]
)
def test_killed_at_any_step_the_old_one_stands_until_the_new_one_does(now, step, monkeypatch):
    old = world.a_quick_certificate()
    asked = again.a_name_asked(old)
    module = "issuing_again" if step == "_end" else "issuing"

    class Killed(BaseException):
        pass

    def die(*args, **kwargs):
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(f"certification.credentials.actions.{module}.{step}", die)
        with pytest.raises(Killed):
            actions.issue_replacement(asked.pk, now=now)
    old.refresh_from_db()
    assert (old.standing, Certificate.objects.issued().count()) == ("active", 1)
    new = actions.issue_replacement(asked.pk, now=now)

    assert Certificate.objects.current_of(old) == new
    assert (Certificate.objects.count(), new.files.count()) == (2, 4)


@pytest.mark.parametrize(
    ("change", "by"),
    [(Change.WITHDRAW, world.a_decider), (Change.RESIGN, a_registrar)],
)
@pytest.mark.parametrize("begun", [False, True], ids=["before it was made", "while it was made"])
def test_what_ended_meanwhile_is_not_replaced_and_who_asked_is_told(
    now, change, by, begun, monkeypatch
):
    old, registrar = world.a_quick_certificate(), a_registrar()
    asked = again.a_name_asked(old, by=registrar)
    if begun:
        _make_without_issuing(asked, now, monkeypatch)
    actions.change_standing(old, change, reason=REASON, by=by(), now=now)

    made = [actions.issue_replacement(asked.pk, now=now) for _again in range(2)]

    old.refresh_from_db()
    asked.refresh_from_db()
    assert made == [None, None]
    assert asked.dropped_at == now
    assert (old.standing, Certificate.objects.issued().count()) == (kinds_of(old)[-1], 1)
    assert verbs_about(old)[-1] == "certification.certificate.replacement_dropped"
    told = Notice.objects.filter(person=registrar, event="certification.replacement_dropped")
    assert told.count() == 1


def _make_without_issuing(asked: CertificateReplacement, now, monkeypatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(
            "certification.credentials.actions.issuing.put_in_force",
            lambda *args, **kwargs: (_ for _ in ()).throw(RuntimeError),
        )
        with pytest.raises(RuntimeError):
            actions.issue_replacement(asked.pk, now=now)


def test_a_dropped_one_is_nobodys_certificate(now, monkeypatch):
    """Made and never issued, it neither shows nor keeps its holder from applying anew."""
    old = world.a_quick_certificate()
    asked = again.a_name_asked(old)
    _make_without_issuing(asked, now, monkeypatch)
    actions.withdraw(old, reason=REASON, by=world.a_decider(), now=now)
    actions.issue_replacement(asked.pk, now=now)

    assert not Certificate.objects.held_by(old.holder, now.date())
    assert not Certificate.objects.held_on(old.holder, now.date()).exists()
    assert Certificate.objects.current_of(old) == old


@pytest.mark.parametrize("kind", ["name", "number", "scope"])
def test_what_was_suspended_meanwhile_goes_on_suspended(now, kind):
    old, decider = world.a_quick_certificate(), world.a_decider()
    asked = again.ASKED[kind](old)
    again_on = now.date() + timedelta(days=30)
    actions.suspend(old, reason=REASON, review_on=again_on, by=decider, now=now)

    new = actions.issue_replacement(asked.pk, now=now + timedelta(days=1))

    copied = new.events.last()
    assert (new.standing, new.standing_on) == ("suspended", now.date())
    assert kinds_of(new) == ["issued", "suspended"]
    assert (copied.reason, copied.by, copied.review_on) == (REASON, decider, again_on)
    assert actions.reinstate(new, reason=REASON, by=decider, now=now).standing == "active"


def test_every_link_to_the_old_one_ends_and_no_new_one_is_made(now):
    old = world.a_quick_certificate()
    links = [actions.share(old, days=7, by=old.holder, now=now) for _one in range(2)]
    actions.revoke_share(links[0], by=old.holder, now=now)

    again.a_successor(old, "name")

    assert not old.shares.open(now).exists()
    ended = AuditEvent.objects.filter(verb="certification.share.revoked")
    assert ended.filter(target_id=links[1].public_id).count() == 1
    with pytest.raises(actions.sharing.Refused, match="certificate_not_held"):
        actions.share(old, days=7, by=old.holder, now=now)


def test_the_real_documents_of_a_corrected_one_carry_the_new_name_alone(now, undo_plain):
    old = world.a_quick_certificate(a_person(Role.CERTIFICANT, name="Wanda Wrongname"))

    new = again.a_successor(old, "name")

    credential = storage.path_of(new, "json").read_text()
    name = json.loads(credential)["credentialSubject"]["identifier"][0]["identityHash"]
    assert name == again.NEW_NAME
    for kind in ("json", "jwt", "png", "pdf"):
        assert b"Wrongname" not in storage.path_of(new, kind).read_bytes()


@pytest.fixture
def undo_plain(plain_documents, monkeypatch):
    from certification.credentials.carriers import carriers_of

    monkeypatch.setattr("certification.credentials.actions.issuing.carriers_of", carriers_of)


def test_a_condition_not_met_stays_on_the_list_under_the_new_number(now):
    decision = world.a_decision(conditions=[world.a_condition()])
    drain()
    condition = decision.conditions.get()
    close_condition(condition, what="not_met", reason=REASON, by=a_registrar(), now=now)

    new = again.a_successor(decision.certificate, "name")
    listed = list(Condition.objects.to_look_at())
    actions.withdraw(new, reason=REASON, by=world.a_decider(), now=now)

    assert listed == [condition]
    assert not Condition.objects.to_look_at().exists()
