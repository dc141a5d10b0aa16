"""Any version of an item as a candidate meets it, to be tried. No row is written for it, ever.

It goes the same way as an attempt's page: the attempt, its question and the answer are made here,
shown and let go of.
"""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from assessments.actions.ending import marks_now
from assessments.actions.writing import may_be_reviewed
from assessments.models import Assessment, Attempt, AttemptItem, Item, ItemVersion, Response
from assessments.rules.review import EVERYTHING
from assessments.views.questions import Question, fields_in, question
from assessments.views.reviewing import reviewed
from training_site.accounts.permissions import needs
from training_site.verdict import Refused, Verdict
from training_site.wording import sentence

ONLY = 1
ORDERS = 1000


@needs("assessments.write_items")
@require_http_methods(["GET", "POST"])
def preview(request, item, number):
    mine = Item.objects.visible_to(request.user).select_related("outcome")
    version = get_object_or_404(
        ItemVersion.objects.select_related("item__outcome"),
        item__in=mine,
        item__public_id=item,
        number=number,
    )
    order = _order(request.GET.get("order", ""))
    whole = may_be_reviewed(version)
    shown = _tried(version, order, request.POST if request.method == "POST" else None, whole)
    context = {
        "version": version,
        "item": version.item,
        "question": shown,
        "unfinished": "" if whole else sentence(whole),
        "next_order": (order + 1) % ORDERS,
        "order": order,
    }
    return render(request, "assessments/staff/preview.html", context)


def _tried(version: ItemVersion, order: int, post, whole: Verdict) -> Question:
    """The question, and once something was answered what it earns and why."""
    tried = _question_of(version, order)
    if post is None:
        return _shown(tried)
    fields = fields_in(post, ONLY)
    try:
        answer = version.behaviour.read(version.wording, tried.layout, fields)
    except Refused as refused:
        page = _shown(tried)
        page.problem = sentence(refused)
        return page
    tried.response.answer = answer
    page = _shown(tried)
    if whole:
        tried.marks = marks_now(tried)
        [page.review] = reviewed([tried], EVERYTHING)
    return page


def _question_of(version: ItemVersion, order: int) -> AttemptItem:
    """A question of an attempt that nobody sits: none of these rows is saved."""
    kind = version.behaviour
    attempt = Attempt(assessment=Assessment())
    tried = AttemptItem(
        attempt=attempt,
        position=ONLY,
        item_version=version,
        layout=kind.lay_out(version.wording, f"preview:{order}"),
        scored=True,
    )
    Response(attempt_item=tried, answer=kind.blank())
    return tried


def _shown(tried: AttemptItem) -> Question:
    page = question(tried.attempt, tried, tried.response.answer)
    page.save_url = ""
    return page


def _order(sent: str) -> int:
    return int(sent) % ORDERS if sent.isascii() and sent.isdigit() and len(sent) < 6 else 0
