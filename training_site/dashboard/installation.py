"""Making a real, empty installation: keys, database, the association's name, the first administrator.

Each step may be repeated: what is there already stays as it is.
"""

from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from wagtail.models import Site

from training_site.accounts.actions.invitations import invite
from training_site.accounts.models import Invitation, User
from training_site.accounts.roles import Role
from training_site.content.association import association
from training_site.crypto.keys import create_missing
from training_site.curriculum.loading import CURRICULUM, load_site
from training_site.curriculum.report import Report


def make_keys() -> list[str]:
    """The names of the keys made now. A folder inside the project would travel with its code."""
    folder = Path(settings.KEY_DIR).resolve()
    if folder.is_relative_to(Path(settings.BASE_DIR).resolve()):
        raise ImproperlyConfigured(
            f"KEY_DIR ({folder}) lies inside the project. Name a folder elsewhere, backed up by itself."
        )
    return create_missing(folder)


def make_data_folder() -> None:
    """The folder of database, media and certificates, for this user alone."""
    folder = Path(settings.VAR_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)


def make_front_pages() -> None:
    """Front page, privacy, terms and accessibility, as drafts of words that the association replaces."""
    load_site(CURRICULUM, Report())


def name_association(name: str, zone: str) -> None:
    """Name and zone of the association, and the address that its pages have."""
    _address_of_the_site(name)
    record = association()
    if record.name != name:
        record.name = record.sender_name = name
    record.zone = zone
    record.full_clean()
    record.save()


def _address_of_the_site(name: str) -> None:
    address = urlsplit(settings.SITE_URL)
    Site.objects.filter(is_default_site=True).update(
        site_name=name,
        hostname=address.hostname,
        port=address.port or (443 if address.scheme == "https" else 80),
    )
    Site.clear_site_root_paths_cache()


def first_administrator() -> User | None:
    return User.objects.holding(Role.ADMINISTRATOR).first()


def invite_first_administrator(email: str, now: datetime) -> Invitation:
    """A one-time link. Asked for again, the same one while it is still open."""
    waiting = (
        Invitation.objects.open(now).filter(role=Role.ADMINISTRATOR, email=email.lower()).first()
    )
    return waiting or invite(email=email, name="", role=Role.ADMINISTRATOR, by=None, now=now)
