"""A file in place of a number: compared by its hash, never read, never kept."""

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from certification.credentials import storage
from certification.registry import received
from certification.registry.models import VerificationRequest
from tests.factories import decisions as world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
NOT_RECOGNISED = ">Not recognised</h1>"


def issued(certificate, kind: str = "pdf") -> bytes:
    return storage.path_of(certificate, kind).read_bytes()


def send(client, content: bytes, name: str = "certificate.pdf"):
    return client.post(reverse("verify_file"), {"file": SimpleUploadedFile(name, content)})


@pytest.mark.lesson(48)
@pytest.mark.parametrize("kind", ["pdf", "png", "json", "jwt"])
def test_each_issued_file_leads_to_the_answer_of_its_number(client, count_queries, kind):
    certificate = world.a_certificate_showing()

    with count_queries(at_most=8):
        response = send(client, issued(certificate, kind))

    assert ">Valid</h1>" in response.text
    assert certificate.display_number in response.text
    assert "Byte for byte as it was issued" in response.text
    assert "Rosa Delgado" not in response.text
    assert str(certificate.public_id) not in response.text


@pytest.mark.parametrize(
    ("state", "word"),
    [
        ("renewal_due", "Valid, renewal due"),
        ("expired", "Expired"),
        ("suspended", "Suspended"),
        ("withdrawn", "Withdrawn"),
        ("not_held", "No longer held"),
        ("replaced", "Replaced"),
    ],
)
def test_a_file_says_what_its_number_says_today(client, state, word):
    response = send(client, issued(world.a_certificate_showing(state)))

    assert f">{word}</h1>" in response.text
    assert ">Valid</h1>" not in response.text


@pytest.mark.lesson(48)
@pytest.mark.parametrize(
    "change",
    [
        lambda content: content + b"\n",
        lambda content: bytes([content[0] ^ 1]) + content[1:],
        lambda content: content[:-1],
        lambda content: content * 2,
    ],
    ids=["a line end added", "one bit flipped", "the end cut off", "twice"],
)
def test_a_changed_file_with_a_real_number_is_not_recognised(client, change):
    certificate = world.a_certificate_showing()

    response = send(client, change(issued(certificate)))

    assert NOT_RECOGNISED in response.text
    assert "Valid" not in response.text
    assert certificate.number not in response.text


def test_a_forged_changed_and_renumbered_file_answer_alike(client):
    rotated = world.a_certificate_showing("not_found")
    changed = issued(world.a_certificate_showing()) + b" "

    pages = {send(client, content).text for content in (issued(rotated), changed, b"%PDF-1.7 x")}

    assert len(pages) == 1
    assert NOT_RECOGNISED in pages.pop()


def test_nothing_of_the_file_is_kept(client, settings, tmp_path, monkeypatch):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    monkeypatch.setattr(
        "django.core.files.uploadhandler.MemoryFileUploadHandler.receive_data_chunk", None
    )

    response = send(client, b"x" * 4_000_000)

    assert NOT_RECOGNISED in response.text
    assert list(tmp_path.iterdir()) == []
    assert not response.wsgi_request.FILES


def test_a_file_that_is_too_large_is_refused_while_it_comes(client, monkeypatch):
    monkeypatch.setattr(received, "LARGEST", 1000)

    assert send(client, b"x" * 1000).status_code == 200
    refused = send(client, b"x" * 1001)

    assert refused.status_code == 413
    assert "larger than any that was issued" in refused.text


def test_a_body_that_says_it_is_longer_is_not_read(client, monkeypatch):
    monkeypatch.setattr(received, "LONGEST_BODY", 100)
    monkeypatch.setattr(received.HashOnly, "new_file", None)

    assert send(client, b"x" * 200).status_code == 413


@pytest.mark.parametrize(
    "data",
    [{}, {"file": "no file"}, {"file": SimpleUploadedFile("empty.pdf", b"")}],
    ids=["nothing", "words", "an empty file"],
)
def test_without_a_file_it_says_what_to_do(client, data):
    response = client.post(reverse("verify_file"), data)

    assert "Choose the file that you were given." in response.text


def test_a_broken_form_is_refused(client):
    broken = client.post(reverse("verify_file"), b"x", content_type="multipart/form-data")

    assert broken.status_code == 400


def test_it_needs_no_token_no_cookie_and_leaves_no_trace(client):
    certificate = world.a_certificate_showing()

    response = send(Client(enforce_csrf_checks=True), issued(certificate))

    assert ">Valid</h1>" in response.text
    assert response["Cache-Control"] == "no-store"
    assert "noindex" in response["X-Robots-Tag"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.cookies
    assert VerificationRequest.objects.total(certificate) == 1


def test_files_and_numbers_share_one_limit(client, monkeypatch):
    monkeypatch.setattr("training_site.accounts.throttle.time.time", lambda: 1_800_000_000)
    monkeypatch.setattr("certification.registry.views.verify.LIMIT", 2)
    client.get("/verify/nonsense/")
    send(client, b"x")

    assert send(client, b"x").status_code == 429
    assert client.get("/verify/nonsense/").status_code == 429


def test_it_works_with_a_broken_cache(client, monkeypatch):
    def broken(*args, **kwargs):
        raise ConnectionError

    for method in ("add", "incr", "get", "set"):
        monkeypatch.setattr(cache, method, broken)

    assert ">Valid</h1>" in send(client, issued(world.a_certificate_showing())).text


def test_the_name_is_compared_from_that_page_too(client):
    certificate = world.a_certificate_showing()

    page = send(client, issued(certificate)).text

    assert f'action="/verify/{certificate.number}/#name"' in page
    assert client.get(reverse("verify_file")).url == "/verify/"
