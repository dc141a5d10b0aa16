"""Wagtail's own letters about pages: their subjects say nothing."""

from pathlib import Path

import pytest
import wagtail.admin
from django.template.loader import render_to_string

THEIRS = Path(wagtail.admin.__file__).parent / "templates/wagtailadmin/notifications"


@pytest.mark.parametrize("name", sorted(path.name for path in THEIRS.glob("*_subject.txt")))
def test_no_subject_names_a_page(name):
    class APage:
        get_admin_display_title = title = "Touch and consent"

    context = {"page": APage, "object": APage, "title": "Touch and consent"}
    subject = render_to_string(f"wagtailadmin/notifications/{name}", context)

    assert subject.strip() == "Something in the staff area needs your attention"
