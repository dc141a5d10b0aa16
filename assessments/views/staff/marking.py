"""Marking, question by question: what waits, and one answer after the other."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from assessments.actions.marking import mark, moderate
from assessments.models import AttemptItem, Item, Marking, RubricVersion
from assessments.models.scripts import rubric_for, script_of
from assessments.rules.marking.script import Part
from assessments.rules.marking.turns import part_awaited, seen_by
from assessments.views.staff.marking_desk import Desk, can_take, code_of, name_of
from assessments.views.staff.marking_queue import lines_for
from assessments.views.staff.marking_scoring import ScoringForm, side_of
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.verdict import Refused
from training_site.wording import sentence

ICON = "edit"


@needs("assessments.mark")
@require_GET
def queue(request):
    return staff_page(
        request,
        "assessments/staff/marking.html",
        title=_("Marking"),
        icon=ICON,
        lines=lines_for(request.user, now=timezone.now()),
    )


@needs("assessments.mark")
@require_GET
def next_answer(request, item):
    """On to the next answer of this question that waits for this marker, or back to the queue."""
    desk = _desk(request.user, item)
    after = _uuid(request.GET.get("after", ""))
    found = desk.next(after)
    if found is None:
        messages.info(request, _("No answer to this question waits for you now."))
        return redirect("marking")
    return redirect("marking_answer", desk.item.public_id, name_of(found))


@needs("assessments.mark")
@require_http_methods(["GET", "POST"])
def answer(request, item, answer):
    desk = _desk(request.user, item)
    found = desk.find(answer)
    if found is None:
        raise Http404
    rubric = rubric_for(found, desk.item.rubrics.all())
    form = ScoringForm(request.POST or None, rubric=rubric) if rubric else None
    if request.method == "GET" or form is None:
        return _page(request, desk, found, form)
    if form.is_valid() and _save(request, desk, found, form):
        return redirect(f"{_address(desk.item)}?after={answer}")
    status = 409 if form.non_field_errors() else 422
    desk = _desk(request.user, item)
    return _page(request, desk, desk.find(answer) or found, form, status)


def _page(request, desk: Desk, found: AttemptItem, form: ScoringForm | None, status: int = 200):
    open_to_me = can_take(found, request.user)
    if open_to_me:
        desk.hold(found)
    place = {"number": desk.place(found), "total": desk.total}
    return staff_page(
        request,
        "assessments/staff/marking_answer.html",
        title=_("Answer %(number)s of %(total)s") % place,
        icon=ICON,
        crumbs=[(_("Marking"), reverse("marking"))],
        status=status,
        desk=desk,
        form=form if open_to_me else None,
        typed=_typed(form) if form and form.is_bound and not open_to_me else None,
        refusal=form.non_field_errors() if form else (),
        needs_rubric=form is None,
        name=name_of(found),
        code=code_of(found),
        marks=found.marks,
        **_words(found),
        **_markings(found, request.user),
    )


def _words(found: AttemptItem) -> dict:
    """The question and the answer. Nothing here knows whose it is."""
    version, given = found.item_version, found.response.answer
    return {
        "stem": version.stem,
        "worth": version.marks,
        "text": version.behaviour.in_words(version.wording, given),
        "shown": version.behaviour.shown(version.wording, found.layout, given),
    }


def _markings(found: AttemptItem, marker) -> dict:
    """What this person may see of the others' markings."""
    script = script_of(found)
    seen = seen_by(script, marker.pk)
    blind = [one.marks for one in seen if one.counts and one.part != Part.MODERATOR]
    return {
        "part": part_awaited(script) or "",
        "sides": [side_of(one) for one in seen if one.counts],
        "withdrawn": [side_of(one) for one in seen if not one.counts],
        "apart": abs(blind[0] - blind[1]) if len(blind) == 2 else None,
    }


def _save(request, desk: Desk, found: AttemptItem, form: ScoringForm) -> bool:
    """True where the marking is on record. A refusal is said on the form, which keeps what was chosen."""
    shown_as = request.POST.get("part", "")
    act = moderate if shown_as == Part.MODERATOR else mark
    try:
        given = act(
            found,
            levels=form.levels,
            rubric=_shown_rubric(desk.item, form),
            comment=form.cleaned_data["comment"],
            by=request.user,
            now=timezone.now(),
        )
    except Refused as refused:
        if _is_on_record(found, request.user):
            return True
        form.add_error(None, sentence(refused))
        return False
    desk.release(found)
    messages.success(request, _saved(given, shown_as))
    return True


def _shown_rubric(item: Item, form: ScoringForm) -> RubricVersion:
    """The one that the page was made from, which need not be the newest by now."""
    shown = item.rubrics.filter(public_id=form.cleaned_data["version"]).first()
    if shown is None:
        raise Refused("marking_by_another_rubric")
    return shown


def _is_on_record(found: AttemptItem, marker) -> bool:
    """Sent twice, it is answered as the first time."""
    return Marking.objects.standing().filter(attempt_item=found, marker=marker).exists()


def _saved(given: Marking, shown_as: str) -> str:
    if given.part == Part.SECOND and shown_as == Part.FIRST:
        return _("Saved as the second marking: somebody else was first, and neither saw the other.")
    return _("Saved.")


def _typed(form: ScoringForm) -> dict:
    """What was chosen for an answer that somebody else marked meanwhile."""
    reached = [
        (row.name, row.choices[form.levels[row.name]].text)
        for row in form.rows
        if row.name in form.levels
    ]
    return {"reached": reached, "comment": form.cleaned_data.get("comment", "")}


def _desk(user, item: UUID) -> Desk:
    found = get_object_or_404(Item.objects.visible_to(user), public_id=item)
    return Desk.of(found, user)


def _address(item: Item) -> str:
    return reverse("marking_next", args=[item.public_id])


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
