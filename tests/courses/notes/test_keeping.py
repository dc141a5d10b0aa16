"""Keeping what somebody wrote: encrypted, never overwritten unseen, erased for good."""

from functools import partial

import pytest
from django.db import connection

from courses.models import Note, ReflectionEntry
from courses.notes.actions.keeping import (
    KeptElsewhere,
    change,
    erase,
    keep_note,
    keep_reflection,
)
from courses.notes.rules.writing import LIMIT
from tests.factories.courses import prompt_in, version_of
from tests.races import race
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

both_stacks = pytest.mark.both_stacks
pytestmark = [pytest.mark.django_db, both_stacks]
SECRET = "The canary noted this"


@pytest.fixture(params=["note", "reflection"])
def keeps(request, learner, lesson):
    """Keep a text of either kind, at the same place each time."""
    version = version_of(lesson)
    if request.param == "note":
        return partial(keep_note, learner, version, "")
    return partial(keep_reflection, learner, version, prompt_in(lesson))


def test_the_first_text_is_kept_and_the_next_takes_its_place(keeps, now):
    first = keeps(text=" First ", now=now)
    second = keeps(text="Second", upon=first.edition, now=now)

    assert second.pk == first.pk
    assert second.text == "Second"
    assert second.edition != first.edition
    assert second.written_at == now


def test_a_stale_save_changes_nothing_and_hands_over_what_is_there(keeps, now):
    first = keeps(text="First", now=now)
    second = keeps(text="Second", upon=first.edition, now=now)

    with pytest.raises(KeptElsewhere) as refused:
        keeps(text="Third", upon=first.edition, now=now)

    assert refused.value.entry == second
    assert type(second).objects.get().text == "Second"


def test_the_same_text_once_more_is_kept_already(keeps, now):
    first = keeps(text="First", now=now)

    assert keeps(text="First ", upon="", now=now).edition == first.edition


def test_what_was_erased_elsewhere_comes_back_only_if_asked(keeps, now):
    first = keeps(text="First", now=now)
    erase(first)

    with pytest.raises(KeptElsewhere) as refused:
        keeps(text="Second", upon=first.edition, now=now)
    assert refused.value.entry is None

    assert keeps(text="Second", now=now).text == "Second"


def test_an_erased_text_written_anew_is_another_edition(keeps, now):
    first = keeps(text="First", now=now)
    erase(type(first).objects.get())
    again = keeps(text="Again", now=now)

    with pytest.raises(KeptElsewhere):
        keeps(text="From the old window", upon=first.edition, now=now)
    assert type(again).objects.get().text == "Again"


def test_a_change_on_its_own_page_asks_the_same(keeps, now):
    entry = keeps(text="First", now=now)
    changed = change(entry, text="Second", upon=entry.edition, now=now)

    with pytest.raises(KeptElsewhere):
        change(entry, text="Third", upon="0" * 16, now=now)
    assert type(entry).objects.get().text == changed.text == "Second"


@pytest.mark.parametrize("text", ["", " \n ", "x" * (LIMIT + 1)])
def test_nothing_and_too_much_are_refused(keeps, text, now):
    entry = keeps(text="Before", now=now)

    with pytest.raises(Refused):
        keeps(text=text, upon=entry.edition, now=now)
    assert type(entry).objects.get().text == "Before"


def test_no_text_stands_in_the_database_nor_in_the_record(keeps, now):
    entry = keeps(text=SECRET, now=now)

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT text FROM {entry._meta.db_table}")
        [[stored]] = cursor.fetchall()
    assert "canary" not in stored
    assert type(entry).objects.get().text == SECRET
    assert not AuditEvent.objects.filter(verb__startswith="courses.journal").exists()


def test_notes_to_different_places_are_different_notes(learner, lesson, now):
    version = version_of(lesson)
    for anchor in ("", "s-part"):
        keep_note(learner, version, anchor, text=f"At {anchor}", now=now)

    assert Note.objects.visible_to(learner).count() == 2


def test_private_writing_is_registered_nowhere():
    from wagtail.admin.viewsets import viewsets
    from wagtail.models import RevisionMixin
    from wagtail.search.index import get_indexed_models
    from wagtail.snippets.models import get_snippet_models

    shown = {getattr(viewset, "model", None) for viewset in viewsets.viewsets}
    for kind in (Note, ReflectionEntry):
        assert kind not in {*get_snippet_models(), *shown, *get_indexed_models()}
        assert not issubclass(kind, RevisionMixin)


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("begun", [False, True])
def test_of_two_windows_one_keeps_and_the_other_is_told(learner, lesson, now, begun):
    version = version_of(lesson)
    for number in range(5):
        anchor = f"place-{number}"
        upon = ""
        if begun:
            upon = keep_note(learner, version, anchor, text="Before", now=now).edition
        save = partial(keep_note, learner, version, anchor, upon=upon, now=now)

        outcomes = race(partial(save, text="One"), partial(save, text="Other"))

        refused = [one for one in outcomes if isinstance(one, KeptElsewhere)]
        kept = [one for one in outcomes if isinstance(one, Note)]
        assert (len(kept), len(refused)) == (1, 1), outcomes
        assert Note.objects.get(anchor=anchor).text == kept[0].text
