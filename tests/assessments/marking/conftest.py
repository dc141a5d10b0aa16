"""Markers who are signed in, and what there is to mark."""

import pytest
from django.test import Client
from django.urls import reverse

from assessments.models import Item
from assessments.views.staff.marking_desk import name_of
from tests.factories.marking import a_marker


@pytest.fixture
def desk_of(sign_in):
    """A client signed in as this marker; several can be at their desks at once."""

    def enter(marker=None):
        return sign_in(Client(), marker or a_marker())

    return enter


@pytest.fixture
def at():
    """The address of the page on which an answer is marked."""

    def address(answer) -> str:
        item = Item.objects.get(versions=answer.item_version)
        return reverse("marking_answer", args=[item.public_id, name_of(answer)])

    return address


@pytest.fixture
def sheet():
    """What the form posts for these levels."""

    def fields(page, *levels, comment="") -> dict:
        form = page.context["form"]
        sent = {"version": form.initial["version"], "part": page.context["part"]}
        chosen = {f"level-{number}": level for number, level in enumerate(levels)}
        return sent | chosen | {"comment": comment}

    return fields
