"""Demo databases and real ones are never mistaken for each other.

Demo people sign in with a published password and without a second factor; a process that would
treat their database as a real one, or put them into a real one, stops at its first connection.
"""

from django.conf import settings
from django.core.checks import Error
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError
from django.db import connection as default
from django.utils import timezone

MARKED = "SELECT loaded FROM demo_demomark"

REFUSED = (
    "This is a demo database: its people are invented and their password is published. "
    "Use `make run` for the demo, or name another database in DATABASE_URL."
)
OCCUPIED = (
    "This database holds people and is not a demo database. The demo is not put into it. "
    "Name another one in DATABASE_URL, or another folder in VAR_DIR."
)


def refuse_the_wrong_database(connection, **_signal) -> None:
    """On each new connection: without DEMO, a marked database is refused."""
    if not settings.DEMO and _is_marked(connection):
        connection.close()
        raise ImproperlyConfigured(REFUSED)


def stop_on_the_wrong_database() -> None:
    """For a process that should not even start; a database that does not answer is not judged."""
    try:
        default.ensure_connection()
    except DatabaseError:
        return


def check_database(**_options) -> list[Error]:
    """Every command checks this before its work, the worker's among them."""
    try:
        stop_on_the_wrong_database()
    except ImproperlyConfigured as refusal:
        return [Error(str(refusal), id="demo.E001")]
    return []


def _is_marked(connection) -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute(MARKED)
            return cursor.fetchone() is not None
    except DatabaseError:
        return False  # not migrated yet, so nobody is in it


def mark_as_demo():
    """Mark the database before the first demo person enters it; refused where real people are."""
    from django.contrib.auth import get_user_model

    from training_site.demo.models import DemoMark

    mark = DemoMark.objects.first()
    if mark is None and get_user_model().objects.exists():
        raise ImproperlyConfigured(OCCUPIED)
    return mark or DemoMark.objects.create(pk=1, made_at=timezone.now())


def loaded_is(fingerprint: str) -> bool:
    """Whether this state of the code and the curriculum has been loaded in full."""
    from training_site.demo.models import DemoMark

    try:
        return DemoMark.objects.filter(loaded=fingerprint).exists()
    except DatabaseError:
        return False


def remember_loaded(fingerprint: str) -> None:
    from training_site.demo.models import DemoMark

    DemoMark.objects.update(loaded=fingerprint)
