"""The item bank: a line an item, as its newest version has it."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from assessments.models.bank import STATES
from assessments.views.staff.filters import Filters, in_order, newest_versions, with_words
from assessments.views.staff.moving import ACTS, IN_BULK
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.crypto.sealed_words import opened, sealed

PAGE = 50
LONGEST = 100  # characters of a search
SEARCH = "assessments.items"
COLUMNS = {
    "ref": gettext_lazy("Item"),
    "": gettext_lazy("Question"),
    "outcome": gettext_lazy("Outcome"),
    "kind": gettext_lazy("Kind"),
    "difficulty": gettext_lazy("Expected right"),
    "state": gettext_lazy("State"),
    "times": gettext_lazy("Times shown"),
}


@dataclass(frozen=True)
class Column:
    """A heading; `query` sorts by it, or the other way round where it sorts already."""

    name: str
    title: Any
    query: str = ""
    sorted: str = ""


@needs("assessments.write_items")
@require_http_methods(["GET", "POST"])
def bank(request):
    if request.method == "POST":
        return _asked(request)
    filters = Filters(request.GET, user=request.user)
    words = opened(request.GET.get("s", ""), SEARCH, request.user) or ""
    found = with_words(filters.narrow(newest_versions(request.user)), words)
    sort = request.GET.get("sort", "")
    page = Paginator(in_order(found, sort), PAGE).get_page(request.GET.get("page"))
    return staff_page(
        request,
        "assessments/staff/bank.html",
        title=_("Item bank"),
        icon="help",
        filters=filters,
        words=words,
        longest=LONGEST,
        page=page,
        counts=_counts(found),
        columns=_columns(request.GET, sort),
        acts=[(state, ACTS[state]) for state in IN_BULK],
        query=_query(request.GET, without=("page",)),
    )


def _asked(request: HttpRequest):
    """On to an address that holds the filters plainly, and the words only sealed."""
    query = QueryDict(mutable=True)
    query.update(Filters(request.POST, user=request.user).wanted())
    if words := " ".join(request.POST.get("words", "").replace("\0", "").split())[:LONGEST]:
        query["s"] = sealed(words, SEARCH, request.user)
    return redirect(f"{reverse('item_bank')}?{query.urlencode()}" if query else "item_bank")


def _counts(found) -> list[tuple[Any, int]]:
    """How many of those found are in each state."""
    by_state = Counter(found.order_by().values_list("state", flat=True))
    return [(word, by_state[state]) for state, word in STATES if by_state[state]]


def _columns(asked: QueryDict, sort: str) -> list[Column]:
    rest = _query(asked, without=("page", "sort"))
    return [Column(name, title, *_sorting(name, sort, rest)) for name, title in COLUMNS.items()]


def _sorting(name: str, sort: str, rest: str) -> tuple[str, str]:
    if not name:
        return "", ""
    now = {name: "ascending", f"-{name}": "descending"}.get(sort or "ref", "")
    return f"{rest}sort={'-' if now == 'ascending' else ''}{name}", now


def _query(asked: QueryDict, *, without: tuple[str, ...]) -> str:
    """The address so far, ready for one thing more."""
    query = asked.copy()
    for name in without:
        query.pop(name, None)
    return f"{query.urlencode()}&" if query else ""
