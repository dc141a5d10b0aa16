"""The rubric of a question: its versions, and a new one with a look at what it changes."""

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from assessments.actions.rubrics import (
    Criteria,
    Written,
    effect_of,
    next_number,
    require_writable,
    tidied,
    write_rubric,
)
from assessments.models import Item, RubricVersion
from assessments.models.scripts import BY_HAND, rules_of
from assessments.rules.marking.rescoring import Affected
from assessments.rules.marking.rubric import rubric_of
from assessments.views.staff.marking_desk import code_of
from assessments.views.staff.rubric_form import CRITERIA, CriterionForms, criteria_in, initial_of
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.verdict import Refused
from training_site.wording import sentence

ICON = "list-ul"
TOTAL = "form-TOTAL_FORMS"
ANSWERS = {"all": True, "none": False}
"""To "rescore N marked?"; another word is no answer."""


@needs("assessments.write_items")
@require_GET
def versions(request, item):
    found = _item(request.user, item)
    rubrics = found.rubrics.select_related("written_by").order_by("-number")
    return staff_page(
        request,
        "assessments/staff/rubric.html",
        title=_("Rubric of %(ref)s") % {"ref": found.ref},
        icon=ICON,
        crumbs=_crumbs(found),
        item=found,
        rubrics=[(rubric, rules_of(rubric)) for rubric in rubrics],
    )


@needs("assessments.write_items")
@require_http_methods(["GET", "POST"])
def edit(request, item):
    found = _item(request.user, item)
    newest = found.rubrics.order_by("number").last()
    if request.method == "GET":
        forms = CriterionForms(initial=initial_of(_now(found, newest)))
        return _page(request, found, forms)
    forms = CriterionForms(_with_room(request.POST))
    if request.POST.get("act") == "more":
        return _page(request, found, forms)
    if not forms.is_valid():
        return _page(request, found, forms, status=422)
    criteria = tidied(criteria_in(forms))
    try:
        require_writable(found, criteria, newest)
        if request.POST.get("act") == "write":
            rescore = ANSWERS.get(request.POST.get("rescore", ""))
            written = write_rubric(
                found, criteria, rescore=rescore, by=request.user, now=timezone.now()
            )
            return _written(request, found, written)
        effect = effect_of(found, rubric_of(criteria, next_number(newest)))
    except Refused as refused:
        return _page(request, found, forms, problem=sentence(refused), status=422)
    return _page(request, found, forms, effect=effect, preview=rubric_of(criteria))


def _with_room(post: QueryDict) -> QueryDict:
    """What was posted, with an empty criterion more where one was asked for."""
    total = post.get(TOTAL, "")
    if post.get("act") != "more" or not total.isdecimal():
        return post
    post = post.copy()
    post[TOTAL] = str(min(int(total) + 1, CRITERIA))
    return post


def _page(request, item: Item, forms, *, effect: Affected | None = None, status=200, **more):
    return staff_page(
        request,
        "assessments/staff/rubric_edit.html",
        title=_("A new version of the rubric"),
        icon=ICON,
        crumbs=[*_crumbs(item), (_("Rubric"), reverse("rubric", args=[item.public_id]))],
        status=status,
        item=item,
        worth=item.newest.marks,
        forms=forms,
        effect=effect,
        changed=_open_to(request.user, effect) if effect else (),
        afresh=[code_of(_answer(one)) for one in effect.afresh] if effect else (),
        **more,
    )


def _open_to(user, effect: Affected) -> list[tuple]:
    """The changes that this person may see. Whoever may yet mark an answer stays blind to its marks;

    `changed` of the effect still counts them all.
    """
    return [
        (one, code_of(_answer(one.before)))
        for one in effect.changed
        if _answer(one.before).marks is not None or one.before.marker == user.pk
    ]


def _answer(given):
    return given.row.attempt_item


def _written(request, item: Item, written: Written):
    messages.success(
        request, _("Version %(number)s is in use.") % {"number": written.version.number}
    )
    if written.afresh:
        count = len(written.afresh)
        codes = ", ".join(sorted(code_of(one.attempt_item) for one in written.afresh))
        text = ngettext(
            "%(count)s marking was withdrawn, as it must be made afresh: answer %(codes)s.",
            "%(count)s markings were withdrawn, as they must be made afresh: answers %(codes)s.",
            count,
        )
        messages.warning(request, text % {"count": count, "codes": codes})
    return redirect("rubric", item.public_id)


def _now(item: Item, newest: RubricVersion | None) -> Criteria:
    """What there is to change: the newest rubric, else the one that came with the words."""
    return newest.criteria if newest else item.newest.body.get("rubric", [])


def _item(user, item) -> Item:
    """One that a person marks."""
    mine = Item.objects.visible_to(user).filter(versions__kind__in=BY_HAND)
    return get_object_or_404(mine.select_related("outcome").distinct(), public_id=item)


def _crumbs(item: Item) -> list[tuple[str, str]]:
    return [
        (_("Item bank"), reverse("item_bank")),
        (item.ref, reverse("item", args=[item.public_id])),
    ]
