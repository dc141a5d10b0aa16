"""One file of scripts for a page: nothing forgotten, nothing in each other's way."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from training_site.content import scripts

JS = Path(settings.STATICFILES_DIRS[0]) / "js"


@pytest.mark.parametrize("bundle", scripts.BUNDLES)
def test_every_module_has_a_scope_of_its_own(bundle):
    whole = scripts.joined(bundle)

    assert whole.count("\n}\n") >= len(scripts.BUNDLES[bundle])
    assert not re.search(r"^(?:import|export)\b", whole, re.M)


def test_every_module_belongs_to_a_page():
    bundled = {name for names in scripts.BUNDLES.values() for name in names}
    templates = Path(settings.BASE_DIR) / "templates"
    alone = set(
        re.findall(r"js/([\w-]+)\.js", "".join(t.read_text() for t in templates.rglob("*.html")))
    )

    assert {file.stem for file in JS.glob("*.js")} == bundled | alone


def test_it_is_compressed_kept_and_known_by_its_content(client):
    page = client.get(
        f"/script/site/{scripts.version('site')}.js", headers={"accept-encoding": "gzip"}
    )

    assert page["Content-Encoding"] == "gzip"
    assert "immutable" in page["Cache-Control"]
    assert page["Content-Type"].startswith("text/javascript")
    assert scripts.version("site") != scripts.version("lesson")


@pytest.mark.django_db
def test_a_bundle_that_is_not_there_is_not_found(client):
    assert client.get("/script/other/1.js").status_code == 404
