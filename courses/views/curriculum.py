"""The address of the curriculum: Wagtail's page where there is one, what will be here where not."""

from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.views import serve

from courses.models import ProgrammePage

ADDRESS = "curriculum"


@require_safe
def curriculum(request):
    if ProgrammePage.objects.live().filter(slug=ADDRESS).exists():
        return serve(request, f"{ADDRESS}/")
    return render(request, "courses/no_programme.html")
