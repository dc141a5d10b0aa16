"""Encrypted text: opens for us, not in a copy, not elsewhere."""

import pytest
from django.core.exceptions import FieldError
from django.db import connection

from tests.factories.accounts import an_administrator
from training_site.accounts.actions.invitations import invite
from training_site.accounts.models import Invitation
from training_site.accounts.roles import Role
from training_site.crypto import fields
from training_site.crypto.fields import Undecipherable, decrypt, encrypt
from training_site.crypto.keys import KeyRing, create_missing


def test_what_is_encrypted_opens_again():
    stored = encrypt("a note about Ωmega", "app.model.field")

    assert "note" not in stored
    assert decrypt(stored, "app.model.field") == "a note about Ωmega"


def test_the_same_text_never_looks_the_same_twice():
    assert encrypt("same", "a.b.c") != encrypt("same", "a.b.c")


def test_a_value_moved_to_another_column_does_not_open():
    stored = encrypt("moved", "app.model.one")

    with pytest.raises(Undecipherable):
        decrypt(stored, "app.model.two")


def test_a_changed_value_does_not_open():
    kid, _, body = encrypt("intact", "a.b.c").partition(".")
    flipped = ("B" if body[20] != "B" else "C").join([body[:20], body[21:]])

    with pytest.raises(Undecipherable):
        decrypt(f"{kid}.{flipped}", "a.b.c")


def test_after_rotation_old_values_open_and_new_ones_name_the_new_key(tmp_path, monkeypatch):
    create_missing(tmp_path)
    monkeypatch.setattr(fields, "keyring", lambda: KeyRing(tmp_path))
    old = encrypt("kept", "a.b.c")
    (tmp_path / "field-2.key").write_bytes(b"2" * 32)

    new = encrypt("fresh", "a.b.c")

    assert (old[:2], new[:2]) == ("1.", "2.")
    assert decrypt(old, "a.b.c") == "kept"
    assert decrypt(new, "a.b.c") == "fresh"


def test_creating_keys_again_touches_none(tmp_path):
    made = create_missing(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    assert len(made) == 6
    assert create_missing(tmp_path) == []
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert {oct(path.stat().st_mode)[-3:] for path in tmp_path.iterdir()} == {"600"}


@pytest.mark.django_db
def test_the_database_holds_no_plain_text(now):
    invitation = invite(
        email="new@example.org", name="New", role=Role.TRAINEE, by=an_administrator(), now=now
    )

    with connection.cursor() as cursor:
        cursor.execute("SELECT token FROM accounts_invitation")
        (stored,) = cursor.fetchone()

    assert invitation.token not in stored
    assert Invitation.objects.get().token == invitation.token


@pytest.mark.django_db
def test_encrypted_text_can_not_be_searched():
    with pytest.raises(FieldError):
        Invitation.objects.filter(token__contains="a").exists()
