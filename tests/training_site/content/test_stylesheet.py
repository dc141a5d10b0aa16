import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import RequestFactory

from training_site.content import stylesheet

CSS = Path(settings.STATICFILES_DIRS[0]) / "css"


def test_every_import_stands_in_its_layer():
    whole = stylesheet.joined()

    assert "@import" not in whole
    assert re.search(r"@layer tokens\{:root,\[data-accent\]\{--color-ground", whole)


def test_no_component_or_layout_is_forgotten():
    imported = {
        found["file"] for found in stylesheet.IMPORT.finditer((CSS / "site.css").read_text())
    }
    written = {
        str(file.relative_to(CSS))
        for folder in ("components", "layouts", "pages")
        for file in (CSS / folder).glob("*.css")
    }

    assert written - imported == set()


def test_the_fonts_are_found_from_the_joined_file():
    whole = stylesheet.joined()

    assert 'url("../' not in whole
    assert f'url("{settings.STATIC_URL}fonts/text/' in whole


def test_a_browser_may_keep_it_for_good():
    response = stylesheet.stylesheet(
        RequestFactory().get("/"), sheet="site", version=stylesheet.version()
    )

    assert "immutable" in response["Cache-Control"]
    assert response["Content-Type"].startswith("text/css")


def test_its_address_changes_with_its_content(monkeypatch):
    before = stylesheet.version()

    monkeypatch.setattr(stylesheet, "current", lambda sheet: "body { color: black }")

    assert stylesheet.version() != before


def imports_of(sheet: str) -> list[tuple[str, str]]:
    return stylesheet.IMPORT.findall((CSS / f"{sheet}.css").read_text())


def test_a_lesson_takes_a_part_of_the_site_s_style_in_the_same_order():
    site, study, pictures = (imports_of(sheet) for sheet in ("site", "study", "pictures"))

    assert [one for one in site if one in study] == study
    assert [one for one in site if one in pictures] == pictures
    assert len(study) < len(site)
    assert not set(study) & set(pictures)


@pytest.mark.django_db
def test_a_sheet_that_is_not_there_is_not_found(client):
    assert client.get("/style/other/1.css").status_code == 404
