"""One's own record of learning, to take along: open for as long as there is an account."""

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_GET

from courses.completion import course_completions, didactic_entries, titles_of
from training_site.accounts.permissions import needs


@needs("courses.take_record")
@require_GET
def export(request):
    """Lessons done and courses completed as one plain text file. Reflections have their own."""
    completed = course_completions(request.user)
    titles = titles_of(code for code, _at in completed)
    entries = didactic_entries(request.user)
    text = render_to_string(
        "courses/cohorts/record.txt",
        {
            "person": request.user,
            "now": timezone.now(),
            "courses": [(titles.get(code, code), at) for code, at in completed],
            "lessons": entries,
            "minutes": sum(entry.minutes for entry in entries),
        },
        request,
    )
    answer = HttpResponse(text, content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="record.txt"'
    return answer
