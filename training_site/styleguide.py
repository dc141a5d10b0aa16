"""Every component in every state, on one page: for those who build pages. Development only."""

from django import forms
from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

KNOTS = [
    {"title": "Foundation", "state": "done", "text": "100 h studied", "when": "12 March 2026"},
    {"title": "Internship", "state": "current", "text": "3 h 20 min missing", "url": "#thread"},
    {"title": "October", "state": "stopped", "text": "Returned: the length of 6 October"},
    {"title": "Certificate", "state": "todo"},
]
FACTS = [("Mentor", "Ada Lindqvist"), ("Signed", "26 h 40 min"), ("Since", "2 April 2026")]
CRUMBS = [("Learning", "#"), ("Ethics and the triad", "#"), ("Title and triad", "")]
TONES = [
    ("good", "Signed"),
    ("info", "Waits for a signature"),
    ("warn", "Late"),
    ("stop", "Returned"),
    ("quiet", "Not begun"),
]
BARS = [
    {
        "label": "Mentor supervision",
        "have": 1600,
        "need": 1800,
        "projected": 1720,
        "text": "26 h 40 min of 30 h",
    },
    {"label": "Direct sessions", "have": 5400, "need": 5400, "text": "90 h of 90 h: met"},
    {"label": "Closed cases", "have": 0, "need": 2, "text": "0 of 2"},
]
ROWS = [
    ("6 October 2026", "Session", 90, "stop", "Returned"),
    ("8 October 2026", "Call", 20, "good", "Signed"),
]


class SampleForm(forms.Form):
    """One of each kind of field."""

    day = forms.DateField(
        help_text="The day in the place where it was.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    minutes = forms.IntegerField(min_value=1, label="Length in minutes")
    note = forms.CharField(
        widget=forms.Textarea, required=False, help_text="Only your mentor reads this."
    )
    place = forms.ChoiceField(choices=[("", "Choose"), ("here", "In person"), ("remote", "Remote")])
    answer = forms.ChoiceField(
        choices=[("a", "Wait until Thursday"), ("b", "Say it together")], widget=forms.RadioSelect
    )
    areas = forms.MultipleChoiceField(
        choices=[("e", "Ethics and law"), ("t", "Triad and collaboration")],
        widget=forms.CheckboxSelectMultiple,
    )
    agree = forms.BooleanField(label="I have read this version and sign it in my own name")


@require_safe
def styleguide(request):
    context = {
        "knots": KNOTS,
        "facts": FACTS,
        "crumbs": CRUMBS,
        "tones": TONES,
        "bars": BARS,
        "rows": ROWS,
        "accents": ["teal", "plum", "moss", "slate"],
        "form": SampleForm(prefix="empty"),
        "refused_form": SampleForm({"wrong-minutes": "0"}, prefix="wrong"),
        "page": Paginator(range(50), 10).page(2),
    }
    return render(request, "styleguide.html", context)
