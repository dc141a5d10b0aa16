"""Peer reviews: asking a colleague, and the colleague's own pages."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from certification.renewals import actions
from certification.renewals.forms import AskForm, ReviewForm
from certification.renewals.models import PeerReview
from certification.renewals.models.education import PeerReviewState
from certification.renewals.pages import reviews_in_words
from certification.renewals.peers import can_be_peer, known_to, named, shown_to
from training_site.accounts.permissions import needs
from training_site.accounts.throttle import within_limit
from training_site.content.civil import civil_date
from training_site.verdict import Refused
from training_site.wording import sentence

UNPROCESSABLE = 422
ASKS, SECONDS = 10, 60 * 60


@needs("renewals.renew")
@require_http_methods(["GET", "POST"])
def ask(request):
    """By an exact address or number, or one of those known from one's own record.

    The answer is the same whether anybody was found: it says nothing about who else there is.
    """
    now = timezone.now()
    known = known_to(request.user, civil_date(now))
    by_button = request.method != "POST" or "person" in request.POST
    form = AskForm(None if by_button else request.POST)
    if request.method == "POST" and _asked(request, form, known, now):
        messages.success(
            request,
            _(
                "If this is a colleague who can be asked, they have been. They stand here once they answer."
            ),
        )
        return redirect("ask_peer")
    context = {
        "form": form,
        "known": known,
        "reviews": reviews_in_words(shown_to(request.user, known)),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "certification/renewals/ask_peer.html", context, status=status)


@needs("renewals.review_peers")
@require_safe
def asked_of_me(request):
    """What colleagues asked of this person: first what waits for an answer."""
    rows = PeerReview.objects.filter(peer=request.user).select_related("certificant", "peer")
    waiting = PeerReview.objects.asked_of(request.user).select_related("certificant")
    answered = rows.exclude(state=PeerReviewState.ASKED)
    context = {"waiting": waiting, "answered": reviews_in_words(answered)}
    return render(request, "certification/renewals/asked_of_me.html", context)


@needs("renewals.review_peers")
@require_http_methods(["GET", "POST"])
def review(request, public_id):
    """For the peer: the form, or to decline. Once signed, both of them read it here."""
    mine = PeerReview.objects.visible_to(request.user).select_related("certificant", "peer")
    one, now = get_object_or_404(mine, public_id=public_id), timezone.now()
    is_peer = one.peer_id == request.user.pk
    if not is_peer and one.state == PeerReviewState.ASKED:
        return redirect("ask_peer")
    signs = request.method == "POST" and request.POST.get("act") != "decline"
    form = ReviewForm(request.POST if signs else None)
    if request.method == "POST" and _answered(request, one, form, now):
        return redirect("peer_reviews" if is_peer else "ask_peer")
    context = {
        "one": reviews_in_words([one])[0],
        "form": form if is_peer and one.state == PeerReviewState.ASKED else None,
        "is_peer": is_peer,
        "able": can_be_peer(request.user, one.certificant, civil_date(now)) if is_peer else True,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "certification/renewals/peer_review.html", context, status=status)


def _asked(request, form: AskForm, known, now) -> bool:
    """Whether the same answer is due; a form that says nothing of anybody comes back."""
    if "person" in request.POST:
        person = next((one for one in known if str(one.public_id) == request.POST["person"]), None)
    elif not form.is_valid():
        return False
    elif not within_limit("ask", str(request.user.pk), limit=ASKS, seconds=SECONDS, fail_open=True):
        form.add_error("who", _("That is many in one hour. Please go on later."))
        return False
    else:
        person = named(form.cleaned_data["who"])
    if person == request.user:
        form.add_error("who", _("This is you. Ask somebody else."))
        return False
    actions.ask_peer(request.user, person, by=request.user, now=now)
    return True


def _answered(request, one: PeerReview, form: ReviewForm, now) -> bool:
    if request.POST.get("act") == "decline":
        try:
            actions.decline_review(one, by=request.user, now=now)
        except Refused as refused:
            messages.error(request, sentence(refused))
        else:
            messages.success(request, _("Declined. Your colleague can ask somebody else."))
        return True
    done = form.carry_out(
        lambda: actions.sign_review(one, **form.cleaned_data, by=request.user, now=now)
    )
    if done:
        messages.success(request, _("Signed. Your colleague is told; it stays as you signed it."))
    return bool(done)
