"""What the background does: whether it lives, what was given up, and trying that again."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.jobs.actions import try_again
from training_site.jobs.models import Heartbeat, JobRun
from training_site.verdict import Refused
from training_site.wording import sentence

SHOWN = 100


@needs("jobs.look_after")
@require_GET
def index(request):
    now = timezone.now()
    return staff_page(
        request,
        "staff/jobs/index.html",
        title=_("Background work"),
        icon="cogs",
        alive=Heartbeat.objects.is_fresh(now),
        last_beat=Heartbeat.objects.last(),
        open_count=JobRun.objects.open().count(),
        dead=JobRun.objects.dead().order_by("-created_at")[:SHOWN],
    )


@needs("jobs.look_after")
@require_POST
def again(request, public_id):
    run = get_object_or_404(JobRun, public_id=public_id)
    try:
        try_again(run, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("It will be tried again now."))
    return redirect("jobs")
