"""Instructors: which questions wait, one thread, answering it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from courses.models import Thread
from courses.threads.actions import answer, close, mark_seen, reopen
from courses.threads.forms import MessageForm
from courses.threads.questions import tutored_by
from courses.threads.sending import sent
from courses.threads.views.learner import CLOSE, REOPEN
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page

SHOWN = 50  # of those that nobody waits in, the newest first


@needs("courses.tutor")
@require_GET
def index(request):
    threads = tutored_by(request.user).with_unread(request.user)
    return staff_page(
        request,
        "courses/threads/desk.html",
        title=_("Questions"),
        icon="comment",
        waiting=threads.waiting(),
        others=threads.filter(waiting_since=None)[:SHOWN],
    )


@needs("courses.tutor")
@require_http_methods(["GET", "POST"])
def page(request, public_id):
    thread = _thread_or_404(request, public_id)
    form = MessageForm(request.POST or None)
    form.fields["text"].label = _("Your answer")
    if request.method == "POST" and sent(request, form, _answers(thread, request.user)):
        messages.success(request, _("Sent. The learner has been told that there is an answer."))
        return redirect("tutor_desk")
    rows = thread.messages.select_related("author", "version", "thread")
    shown = staff_page(
        request,
        "courses/threads/tutor_page.html",
        title=_("Question of %(name)s") % {"name": thread.learner.name},
        icon="comment",
        crumbs=[(_("Questions"), reverse("tutor_desk"))],
        status=422 if request.method == "POST" else 200,
        thread=thread,
        written=list(rows.defer("version__source", "version__html")),
        form=form,
    )
    mark_seen(thread, request.user, now=timezone.now())
    return shown


@needs("courses.tutor")
@require_POST
def settle(request, public_id):
    thread = _thread_or_404(request, public_id)
    if request.POST.get("to") == REOPEN and thread.closed_at:
        reopen(thread)
    elif request.POST.get("to") == CLOSE and not thread.closed_at:
        close(thread, by=request.user, now=timezone.now())
    return redirect("tutor_desk")


def _answers(thread: Thread, by):
    return lambda text: answer(thread, text=text, by=by, now=timezone.now())


def _thread_or_404(request, public_id) -> Thread:
    return get_object_or_404(tutored_by(request.user), public_id=public_id)
