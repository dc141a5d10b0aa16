"""Sharing one entry with one's mentor, and what a mentor then reads."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from courses.models import JournalShare
from courses.notes.actions import sharing
from courses.notes.mentors import learners_of, mentors_of
from courses.notes.places import about
from courses.notes.sharing import readable_by
from courses.notes.views.own import list_of, own_or_404
from training_site.accounts.permissions import needs
from training_site.content.civil import civil_date


@needs("courses.keep_journal")
@require_http_methods(["GET", "POST"])
def share(request, kind, public_id):
    """Says what the mentor will see, before; a refusal changes nothing."""
    entry = own_or_404(request, kind, public_id)
    if request.method == "POST":
        chosen = request.POST.get("mentor", "")
        given = sharing.share(entry, chosen, by=request.user, now=timezone.now())
        told = _("Shared with %(name)s, who is told that there is something to read.")
        messages.success(request, told % {"name": given.reader})
        return redirect(list_of(kind))
    reading = {one.reader_id for one in entry.readers}
    mentors = {one.mentor for one in mentors_of(request.user, civil_date(timezone.now()))}
    context = {
        "entry": entry,
        "kind": kind,
        "about": about(entry),
        "mentors": sorted((one for one in mentors if one.pk not in reading), key=str),
    }
    return render(request, "courses/notes/share.html", context)


@needs("courses.keep_journal")
@require_POST
def take_back(request, public_id):
    given = get_object_or_404(
        JournalShare.objects.filter(learner=request.user).select_related("reader"),
        public_id=public_id,
    )
    kind = "note" if given.note_id else "reflection"
    sharing.take_back(given, by=request.user, now=timezone.now())
    messages.success(request, _("Taken back. From now on only you can read it."))
    return redirect(list_of(kind))


@needs("courses.read_shared")
@require_safe
def shared(request):
    """Everybody this mentor accompanies now, with how much each shared."""
    mine = learners_of(request.user, civil_date(timezone.now()))
    counts = {one.learner: 0 for one in mine}
    for given in readable_by(request.user, timezone.now()):
        counts[given.learner] += 1
    context = {"learners": sorted(counts.items(), key=lambda row: str(row[0]))}
    return render(request, "courses/notes/shared.html", context)


@needs("courses.read_shared")
@require_safe
def shared_by(request, public_id):
    """What one intern shared, as it stands now. No copy is made, and reading leaves no trace."""
    mine = learners_of(request.user, civil_date(timezone.now()))
    learner = next((one.learner for one in mine if one.learner.public_id == public_id), None)
    if learner is None:
        raise Http404
    shares = list(readable_by(request.user, timezone.now()).filter(learner=learner))
    for given in shares:
        given.about = about(given.entry)
    return render(request, "courses/notes/shared_by.html", {"learner": learner, "shares": shares})
