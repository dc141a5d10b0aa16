"""The terms of the curriculum, in the words it uses them with."""

from django.shortcuts import render
from django.views.decorators.http import require_GET

from training_site.accounts.permissions import needs
from training_site.content.models import GlossaryTerm


@needs("courses.study")
@require_GET
def glossary(request):
    terms = GlossaryTerm.objects.all()
    letters = sorted({term.term[0].upper() for term in terms})
    return render(request, "courses/glossary.html", {"terms": terms, "letters": letters})
