"""A learner's thread in one course: read, ask, close, take along."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from courses.models import Thread
from courses.threads.actions import ask, close, mark_seen, reopen
from courses.threads.forms import QuestionForm
from courses.threads.questions import opened_lessons, own_thread, tutors_of
from courses.threads.sending import sent
from training_site.accounts.permissions import needs
from training_site.crypto.public_id import public_id_in

CLOSE, REOPEN = "close", "reopen"


@needs("courses.ask")
@require_GET
def index(request):
    """All one's threads, those of ended enrolments as well."""
    mine = Thread.objects.visible_to(request.user).with_unread(request.user)
    threads = mine.select_related("course", "programme")
    return render(request, "courses/threads/index.html", {"threads": threads})


@needs("courses.ask")
@require_http_methods(["GET", "POST"])
def page(request, slug):
    course, enrolment, thread = _own_or_404(request, slug)
    form = enrolment and _form(request, enrolment, course)
    if request.method == "POST" and form and sent(request, form, _asks(form, enrolment, course)):
        messages.success(request, _("Sent. You are told when somebody has answered."))
        return redirect("ask_tutor", slug)
    written = _written(thread)
    answer = render(
        request,
        "courses/threads/page.html",
        {
            "course": course,
            "thread": thread,
            "written": written,
            "enrolment": enrolment,
            "tutors": tutors_of(thread.programme if thread else enrolment.programme),
            "form": form,
        },
        status=422 if request.method == "POST" else 200,
    )
    if thread:
        mark_seen(thread, request.user, now=timezone.now())
    return answer


@needs("courses.ask")
@require_POST
def settle(request, slug):
    """Close it or open it again; a button pressed twice does nothing the second time."""
    _course, _enrolment, thread = _own_or_404(request, slug)
    if thread is None:
        raise Http404
    if request.POST.get("to") == REOPEN and thread.closed_at:
        reopen(thread)
    elif request.POST.get("to") == CLOSE and not thread.closed_at:
        close(thread, by=request.user, now=timezone.now())
    return redirect("ask_tutor", slug)


@needs("courses.ask")
@require_GET
def export(request, slug):
    course, _enrolment, thread = _own_or_404(request, slug)
    context = {"course": course, "written": _written(thread)}
    text = render_to_string("courses/threads/thread.txt", context)
    answer = HttpResponse(text, content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="questions.txt"'
    return answer


def _own_or_404(request, slug):
    found = own_thread(request.user, slug)
    if found is None:
        raise Http404
    return found


def _form(request, enrolment, course) -> QuestionForm:
    initial = {"lesson": _named_lesson(request)}
    lessons = opened_lessons(enrolment, course)
    return QuestionForm(request.POST or None, lessons=lessons, initial=initial)


def _named_lesson(request) -> UUID | None:
    return public_id_in(request.GET.get("lesson"))


def _asks(form, enrolment, course):
    def act(text):
        version = form.cleaned_data["lesson"]
        ask(enrolment, course, text=text, version=version, now=timezone.now())

    return act


def _written(thread) -> list:
    if thread is None:
        return []
    rows = thread.messages.select_related("author", "version", "thread")
    return list(rows.defer("version__source", "version__html"))
