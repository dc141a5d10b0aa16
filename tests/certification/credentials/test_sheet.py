"""The certificate in HTML says what the page says: no word more, none less."""

import re

import pytest
from bs4 import BeautifulSoup

from certification.credentials import storage
from certification.credentials.models import Certificate
from tests.certification.credentials.documents.test_goldens import bare, text_of
from tests.factories import decisions as world
from tests.factories.accounts import a_person
from tests.factories.templates import a_published_template

pytestmark = [pytest.mark.django_db, pytest.mark.lesson(46)]


@pytest.fixture(params=["built-in", "template"])
def certificate(request) -> Certificate:
    if request.param == "template":
        a_published_template()
    return world.a_quick_certificate(a_person(name="Anaïs de los Ángeles O’Brien"))


@pytest.fixture
def sheet(client, sign_in, certificate):
    sign_in(client, certificate.holder)
    page = client.get(f"/credentials/{certificate.public_id}/").text
    return BeautifulSoup(page, "html.parser").find("article")


def printed(certificate, folder) -> str:
    file = certificate.files.get(kind="pdf")
    return text_of(storage.read(certificate, "pdf", expected=file.sha256), folder)


@pytest.mark.poppler
def test_every_word_of_the_page_is_on_the_sheet(certificate, sheet, tmp_path):
    said = bare(sheet.get_text(" "))

    missing = [
        word
        for word in printed(certificate, tmp_path).split()
        if bare(word) not in said and bare(word)[::-1] not in said
    ]
    assert missing == []


@pytest.mark.poppler
def test_every_word_of_the_sheet_is_on_the_page(certificate, sheet, tmp_path):
    """But for how it stands today, which no paper can say."""
    sheet.find(class_="sheet__head").find(class_="status").decompose()
    on_paper = bare(printed(certificate, tmp_path))

    missing = [
        word
        for word in sheet.get_text(" ").split()
        if bare(word) not in on_paper and bare(word)[::-1] not in on_paper
    ]
    assert missing == []


def test_pictures_are_described_alike(certificate, sheet):
    file = certificate.files.get(kind="pdf")
    pdf = storage.read(certificate, "pdf", expected=file.sha256)

    described = [picture["alt"] for picture in sheet.find_all("img")]
    assert len(described) == 1 + bool(certificate.frozen.logo_hash)
    for words in described:
        assert words.encode() in pdf


def test_name_and_title_are_marked_up_and_the_code_is_a_link(certificate, sheet):
    snapshot = certificate.frozen

    assert sheet.h1.text == snapshot.holder_name
    assert sheet.h1["dir"] == "auto"
    assert {link["href"] for link in sheet.find_all("a")} == {snapshot.verify_url}
    assert re.match(r"data:image/svg\+xml;base64,", sheet.find_all("img")[-1]["src"])
