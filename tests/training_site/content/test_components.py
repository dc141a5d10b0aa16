"""What the shared components promise to every page."""

import re

import pytest
from django import forms
from django.template.loader import render_to_string


class HoursForm(forms.Form):
    minutes = forms.IntegerField(help_text="Whole minutes.")
    where = forms.ChoiceField(
        choices=[("here", "Here"), ("away", "Away")], widget=forms.RadioSelect
    )
    note = forms.CharField(required=False)


def component(name: str, **parameters) -> str:
    return render_to_string(f"components/{name}.html", parameters)


@pytest.fixture
def refused():
    return component("form", form=HoursForm({"minutes": "many"}), submit="Save")


def test_each_error_of_the_summary_leads_to_its_field(refused):
    targets = re.findall(r'<a href="#([^"]+)"', refused)

    assert targets == ["id_minutes", "id_where"]
    assert all(f'id="{target}"' in refused for target in targets)


def test_what_describes_a_field_is_on_the_page(refused):
    field = next(tag for tag in re.findall(r"<input[^>]*>", refused) if 'id="id_minutes"' in tag)

    described_by = re.search(r'aria-describedby="([^"]+)"', field).group(1).split()

    assert described_by == ["id_minutes_helptext", "id_minutes_error"]
    assert all(f'id="{name}"' in refused for name in described_by)


def test_only_what_may_stay_empty_is_marked():
    assert component("form", form=HoursForm(), submit="Save").count("(optional)") == 1


def test_a_form_without_errors_has_no_summary():
    assert "error-summary" not in component("form", form=HoursForm(), submit="Save")


@pytest.mark.parametrize(
    ("state", "word"),
    [
        ("done", "done"),
        ("current", "you are here"),
        ("todo", "still to come"),
        ("stopped", "stopped"),
    ],
)
def test_the_thread_says_each_state_in_words(state, word):
    html = component("thread", knots=[{"title": "Internship", "state": state}])

    assert f"({word})" in html


def test_a_bar_is_as_long_as_what_is_there():
    html = component("bar", have=1600, need=1800, projected=1720, text="26 h 40 min of 30 h")

    assert 'viewBox="0 0 1800 1"' in html
    assert re.findall(r'width="(\d+)"', html) == ["1720", "1600"]
    assert "26 h 40 min of 30 h" in html


def test_a_bar_is_met_exactly_at_its_need():
    assert "bar__line--met" not in component("bar", have=1799, need=1800)
    assert "bar__line--met" in component("bar", have=1800, need=1800)


def test_words_of_people_stay_words():
    html = component("notice", kind="info", text="<script>alert(1)</script>")

    assert "<script>" not in html


@pytest.mark.parametrize("page", ["403", "404", "429", "500", "refused"])
def test_an_error_page_needs_nothing_from_the_rest_of_the_site(page):
    html = render_to_string(f"{page}.html", {"explanation": "Signed already."})

    assert "<h1>" in html
    assert 'href="/"' in html
