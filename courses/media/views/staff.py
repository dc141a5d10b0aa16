"""Instructors: which files there are, adding one, looking at one."""

from datetime import timedelta

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from courses.media.actions.adding import add_file
from courses.media.actions.discarding import KEPT
from courses.media.forms import FileForm
from courses.media.questions import files_of
from courses.models import LessonVersion
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.verdict import Refused
from training_site.wording import sentence

FIELD_OF = {
    "file_without_minutes": "minutes",
    "file_without_transcript": "transcript",
    "film_without_captions": "captions",
}


@needs("courses.keep_files")
@require_GET
def index(request):
    return staff_page(
        request,
        "courses/media/desk.html",
        title=_("Lesson files"),
        icon="media",
        files=files_of(request.user).with_use(),
    )


@needs("courses.keep_files")
@require_http_methods(["GET", "POST"])
def add(request):
    bound = (request.POST, request.FILES) if request.method == "POST" else ()
    form = FileForm(*bound, user=request.user)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            file = add_file(
                form.cleaned_data["programme"],
                upload.file,
                upload.size,
                form.words,
                by=request.user,
                now=timezone.now(),
            )
        except Refused as refused:
            form.add_error(_field_of(refused), sentence(refused))
        else:
            messages.success(request, _("Added. Choose it in the lesson's editor."))
            return redirect("lesson_file_page", file.pk)
    return staff_page(
        request,
        "courses/media/add.html",
        title=_("Add a file"),
        icon="media",
        crumbs=_crumbs(),
        form=form,
    )


@needs("courses.keep_files")
@require_GET
def page(request, public_id):
    files = files_of(request.user).select_related("added_by")
    file = get_object_or_404(files, pk=public_id)
    lessons = list(file.uses.values_list("lesson_uuid", flat=True))
    current = LessonVersion.objects.current().without_text()
    return staff_page(
        request,
        "courses/media/page.html",
        title=file.title,
        icon="media",
        crumbs=_crumbs(),
        file=file,
        lessons=current.filter(lesson_uuid__in=lessons),
        goes_on=(file.added_at + KEPT + timedelta(days=1)) if not lessons else None,
    )


def _field_of(refused: Refused) -> str:
    if refused.reason.startswith("captions_"):
        return "captions"
    return FIELD_OF.get(refused.reason, "file")


def _crumbs():
    return [(_("Lesson files"), reverse("lesson_files"))]
