"""Some of the demo's people at their stages, in a site that runs as the demo does."""

from io import StringIO

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from training_site.accounts.models import User
from training_site.demo.people import BY_KEY
from training_site.demo.stages import STAGES
from training_site.demo.stages.past import Past
from training_site.jobs.outbox import drain


def demo_of(*keys: str) -> dict[str, User]:
    """Scheme and these people, beside the curriculum; each must come after those they need."""
    call_command("load_scheme", stdout=StringIO())
    past = Past(timezone.now())
    with transaction.atomic():
        for key in keys:
            STAGES[key](past)
    drain()
    return {key: User.objects.get(email=BY_KEY[key].email) for key in keys}


def sign_in_by_form(visitor, key: str):
    """As the README says: the address, and the one password of the demo."""
    page = visitor.open("/accounts/login/")
    visitor.check()
    page.get_by_label("Email").fill(BY_KEY[key].email)
    page.get_by_label("Password", exact=True).fill("triad-demo")
    page.locator("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "/accounts/login/" not in url)
    return page
