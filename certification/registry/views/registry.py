"""The list of those who chose to be in it, and letters to those of them who take any."""

from django.core.paginator import Paginator
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Lower
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from certification.credentials.views.headers import unindexed
from certification.registry.actions import hand_in_letter
from certification.registry.letter_forms import LetterForm
from certification.registry.models import RegistryListing
from training_site.accounts.throttle import client_address, within_limit
from training_site.content.civil import civil_date
from training_site.wording import sentence

PAGE = 50
LIMIT, SECONDS = 5, 3600
TOO_MANY = 429


@unindexed
@require_safe
def registry(request):
    """Holders who asked to be found, in order of the name that is printed: by that of the account, a
    former one could be read from the place. Nobody else is in it."""
    shown = RegistryListing.objects.shown_on(civil_date(timezone.now()))
    printed = Lower(KeyTextTransform("holder_name", "certificate__snapshot"))
    listings = shown.select_related("certificate").order_by(printed, "pk")
    page = Paginator(listings, PAGE).get_page(request.GET.get("page"))
    return render(request, "certification/registry/registry.html", {"page": page})


@unindexed
@csrf_exempt  # nobody's session is used, and without a referrer the browser sends no origin
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def write(request, letterbox):
    """A letter to somebody whose address stays hers. What is answered tells nothing of her: whether
    it was kept, whether she still takes letters, whether ten others wrote today."""
    now = timezone.now()
    open_now = RegistryListing.objects.taking_letters(civil_date(now)).filter(letterbox=letterbox)
    listing = open_now.select_related("certificate").first()
    form = LetterForm(request.POST or None)
    status = 200
    if form.is_bound and form.is_valid():
        if _few_from_there(request):
            hand_in_letter(letterbox, **form.letter, now=now)
            return render(request, "certification/registry/letter_sent.html")
        form.add_error(None, sentence("too_many_tries"))
        status = TOO_MANY
    context = {"listing": listing, "form": form}
    return render(request, "certification/registry/write.html", context, status=status)


def _few_from_there(request) -> bool:
    """Counted by a keyed digest of the network: its address is not written down, nor for long."""
    network = salted_hmac("certification.letters", client_address(request)).hexdigest()[:32]
    return within_limit("letters", network, limit=LIMIT, seconds=SECONDS, fail_open=True)
