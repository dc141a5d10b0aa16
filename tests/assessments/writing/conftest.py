"""An instructor at the form of an item."""

import pytest
from django.urls import reverse

from assessments.models import Item
from tests.factories.accounts import a_person
from tests.factories.items import form_of
from training_site.accounts.roles import Role


@pytest.fixture
def instructor(client, sign_in):
    return sign_in(client, a_person(Role.INSTRUCTOR))


@pytest.fixture
def write(instructor):
    """Send an entry through the form of an item: write(item, entry, more=…)."""

    def post(item: Item, entry: dict | None = None, **more):
        sheet = form_of(item.newest, entry) | more
        return instructor.post(reverse("item_draft", args=[item.public_id]), sheet)

    return post
