"""What supervisors and staff do about signatures: read, sign, settle, confirm papers."""

from hypothesis import strategies as st

from certification.practice import actions
from certification.practice.models import ContestedSignOff, PaperSignature
from certification.practice.rules.signing import hash_of_entry
from certification.practice.sheets import sheet_of
from tests.certification.lives.around import one_of


def read_a_sheet(life, data):
    if entry := life.an_entry(data, "sign"):
        where = entry.supervisor, life.intern, entry.month
        life.read = where, sheet_of(*where, today=life.today)


def sign_what_was_read(life, data):
    """Though much may have happened since: what is signed is what was read, line by line."""
    if life.read is None:
        return
    where, sheet = life.read
    lines = [one["id"] for one in sheet.documents]
    ticked = data.draw(st.sampled_from([None, None, lines[::2]]))
    chosen = None if ticked is None else {one.public_id for one in sheet.to_sign[::2]}
    said = {"shown_hash": sheet.hash, "typed_name": where[0].name, "by": where[0]}
    if signoff := life.done(actions.sign_month, *where, ticked=chosen, **said):
        read = [one for one in sheet.documents if one["id"] in (ticked or lines)]
        signed = [(one["id"], one["minutes"]) for one in signoff.snapshot["entries"]]
        assert signed == [(one["id"], one["minutes"]) for one in read]
        hashes = set(signoff.entries.values_list("entry_hash", flat=True))
        assert hashes == {hash_of_entry(one) for one in read}


def sign(life, data):
    life.read = None
    read_a_sheet(life, data)
    sign_what_was_read(life, data)


def contest(life, data):
    entry = life.an_entry(data, "contest")
    reason = data.draw(st.sampled_from(["silent", "refused", "refused", "registrar"]))
    if entry:
        by = life.world.staff[0] if reason == "registrar" else life.intern
        said = {"reason": reason, "statement": "We met", "by": by}
        life.done(actions.contest_signature, life.intern, [entry], **said)


def contest_lateness(life, data):
    if entry := life.an_entry(data, "sign"):
        said = {"statement": "I was ill", "by": life.intern}
        life.done(actions.contest_lateness, life.intern, [entry], **said)


def decide(life, data):
    if contested := one_of(ContestedSignOff.objects, data):
        upheld = data.draw(st.sampled_from([True, True, False]))
        said = {"upheld": upheld, "reasons": "Seen", "by": life.world.staff[1]}
        life.done(actions.decide_contest, contested, **said)


def withdraw_contest(life, data):
    if contested := one_of(ContestedSignOff.objects, data):
        life.done(actions.withdraw_contest, contested, by=life.intern)


def record_paper(life, data):
    if entry := life.an_entry(data, "sign"):
        where = entry.supervisor, life.intern, entry.month
        shown = {"shown_hash": sheet_of(*where, today=life.today).hash, "signed_on": life.today}
        named = {"typed_name": entry.supervisor.name, "kept_at": "Folder 3"}
        life.done(actions.record_paper, *where, **shown, **named, by=life.world.staff[0])


def check_paper(life, data):
    if paper := one_of(PaperSignature.objects, data):
        check = data.draw(st.sampled_from([actions.confirm_paper, actions.reject_paper]))
        life.done(check, paper, by=life.world.staff[1])
