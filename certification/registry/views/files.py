"""A file in place of a number: the same answer, or that the file is not as it was issued."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from certification.credentials.views.headers import unindexed
from certification.registry.answering import answer_for_file, count
from certification.registry.forms import VerifyForm
from certification.registry.received import HashOnly, received
from certification.registry.views.verify import answer_page, throttled

TOO_LARGE = 413


@unindexed
@csrf_exempt  # changes nothing, and without a referrer the browser sends no origin to compare
@require_http_methods(["GET", "HEAD", "POST"])
def check_file(request):
    if throttled(request):
        return render(request, "429.html", status=429)
    if request.method != "POST":
        return redirect("verify")
    file = received(request)
    return _answer(request, file.digest) if file.digest else _nothing_to_compare(request, file)


def _answer(request, digest: str):
    now = timezone.now()
    answer = answer_for_file(digest, now)
    if answer is None:
        return render(request, "certification/registry/file_unknown.html", {"form": VerifyForm()})
    count(answer, now)
    return answer_page(request, answer, from_file=True)


def _nothing_to_compare(request, file: HashOnly):
    error = (
        _("This file is larger than any that was issued. Choose the file as you received it.")
        if file.is_too_large
        else _("Choose the file that you were given.")
    )
    context = {"form": VerifyForm(), "file_error": error}
    status = TOO_LARGE if file.is_too_large else 200
    return render(request, "certification/registry/verify.html", context, status=status)
