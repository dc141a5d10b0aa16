"""Whether the process lives, and whether it can do its work."""

from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.views.decorators.http import require_safe


@require_safe
def alive(request):
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def ready(request):
    """503 while the database does not answer; the queue may be down and the site still serves."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database not reachable\n", content_type="text/plain", status=503)
    return HttpResponse("ready\n", content_type="text/plain")
