"""What happens to hours: logged, changed, handed in, sent back, corrected."""

from datetime import timedelta
from uuid import uuid4

from hypothesis import strategies as st

from certification.practice import actions
from certification.practice.models import HoursEntry
from tests.certification.lives.world import PAUSES, hours


def time_passes(life, data):
    life.now += timedelta(**data.draw(st.sampled_from(PAUSES)))


def log(life, data):
    claim, key = life.claim(data.draw(hours())), uuid4()
    named = {"by": life.intern, "draft_key": key}
    if entry := life.done(actions.log_hours, life.intern, claim, **named):
        life.sent.append((claim, key, entry))


def send_again_what_was_not_acknowledged(life, data):
    """One form is one entry, however often it comes; once that one says something else, a refusal."""
    sent = [one for one in life.sent if HoursEntry.objects.filter(draft_key=one[1]).exists()]
    if sent:
        (claim, key, entry), count = data.draw(st.sampled_from(sent)), HoursEntry.objects.count()
        again = {"by": life.intern, "draft_key": key, "quiet": True}
        assert life.done(actions.log_hours, life.intern, claim, **again) in (entry, None)
        assert HoursEntry.objects.count() == count


def log_and_hand_in(life, data):
    claim = life.claim(data.draw(hours()))
    if entry := life.done(actions.log_hours, life.intern, claim, by=life.intern):
        assert life.done(actions.submit, entry, by=life.intern)


def hand_in(life, data):
    if entry := life.an_entry(data, "submit"):
        life.done(actions.submit, entry, by=life.intern)


def change(life, data):
    if entry := life.an_entry(data, "change"):
        claim, stale = life.claim(data.draw(hours())), data.draw(st.sampled_from([0, 0, 0, 1]))
        seen = {"seen_version": entry.version - stale, "by": life.intern}
        life.done(actions.change_entry, entry, claim, quiet=True, **seen)


def discard(life, data):
    if entry := life.an_entry(data, "discard"):
        count = HoursEntry.objects.count()
        life.done(actions.discard_entry, entry, by=life.intern)
        assert count - HoursEntry.objects.count() == (entry.state == "draft")


def send_back(life, data):
    if entry := life.an_entry(data, "return"):
        life.done(actions.return_entry, entry, comment="Say more", by=entry.supervisor)


def correct(life, data):
    if entry := life.an_entry(data, "correct"):
        claim = life.claim(data.draw(hours()))
        correction = life.done(actions.correct_entry, entry, claim, by=life.intern)
        if correction and data.draw(st.booleans()):
            assert life.done(actions.submit, correction, by=life.intern)
