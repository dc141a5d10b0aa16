"""The stand-alone verifier: a second implementation that takes what is genuine and nothing else."""

import ast
import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519
from openbadgeslib.ob3.contexts import document_loader
from pyld import jsonld

from certification.credentials.documents.credential import credential_document
from certification.credentials.documents.status_list import status_entry
from tests.certification.credentials.documents.conftest import (  # noqa: F401
    current,
    ed25519_key,
    rsa_key,
    snapshot,
)
from tests.certification.credentials.stand_alone import FOLDER, HOST, KINDS, Issuer, verifier

each_carrier = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(scope="session")
def issuer(ed25519_key, rsa_key) -> Issuer:  # noqa: F811
    return Issuer(ed25519_key, rsa_key, ed25519.Ed25519PrivateKey.generate())


@pytest.fixture
def files(issuer, current) -> dict[str, bytes]:  # noqa: F811
    return issuer.carriers(current)


@pytest.fixture
def check(issuer, current, files):  # noqa: F811
    """The exit code for a file, and the words; the export lists the certificate as valid."""

    def check(content, *, fact=("valid", ""), did=None, export=None, now=None):
        one, did = verifier(), did or issuer.did
        try:
            token = export or issuer.export(current, files, *fact)
            code, said = one.verdict(
                content, did, one.read_export(token, did), now or datetime.now(UTC)
            )
        except one.Refused as refused:
            return 1, str(refused)
        except one.MALFORMED:
            return 1, "of another form"
        return code, " / ".join(said)

    return check


@each_carrier
def test_each_carrier_as_issued_counts(check, files, kind):
    code, said = check(files[kind])

    assert code == 0
    assert "Maren Oyelaran-Whitfield: Certified Surrogate Partner" in said


@pytest.mark.lesson(54)
@each_carrier
@pytest.mark.parametrize(
    ("fact", "code"),
    [
        (("renewal_due", ""), 0),
        (("expired", ""), 1),
        (("suspended", ""), 1),
        (("replaced", ""), 1),
        (("withdrawn", f"{datetime.now(UTC):%Y-%m-%d}"), 1),
        (("not_held", f"{datetime.now(UTC):%Y-%m-%d}"), 1),
        ((), 1),  # its number answers Not found, so it is not listed
    ],
)
def test_what_the_export_says_is_what_is_told(check, files, kind, fact, code):
    told, said = check(files[kind], fact=fact)

    assert told == code
    assert all(word in said for word in fact)


@each_carrier
def test_a_changed_word_is_found(check, files, kind):
    """In the picture and the PDF a word of the same length, so that nothing else breaks."""
    if kind == "jwt":
        head, payload, signature = files[kind].split(b".")
        payload = payload[:40] + (b"A" if payload[40:41] != b"A" else b"B") + payload[41:]
        changed = b".".join([head, payload, signature])
    elif kind == "pdf":
        changed = files[kind].replace(b"Certificate: ", b"Certificate; ")
    else:
        changed = files[kind].replace(b"Maren Oyelaran", b"Karen Oyelaran")

    assert changed != files[kind]
    assert check(changed)[0] == 1


def paths_in(node, so_far=()):
    """The place of every member and every element."""
    for key, value in node.items() if isinstance(node, dict) else enumerate(node):
        yield (*so_far, key)
        if isinstance(value, dict | list):
            yield from paths_in(value, (*so_far, key))


def add(place, last):
    if isinstance(place, dict):
        place["honours"] = "with distinction"
    else:
        place.append("Assertion")


def change(place, last):
    place[last] = "https://example.org/other"


def drop(place, last):
    del place[last]


@pytest.mark.parametrize("forge", [add, change, drop])
def test_every_member_changed_added_or_left_out_is_found(check, files, forge):
    for *parents, last in paths_in(json.loads(files["json"])):
        forged = json.loads(files["json"])
        place = forged
        for parent in parents:
            place = place[parent]
        forge(place, last)

        assert check(json.dumps(forged).encode())[0] == 1, (*parents, last)


def test_a_member_that_stands_twice_is_refused(check, files):
    twice = files["json"].replace(b'"name":', b'"name": "Somebody", "name":', 1)

    assert check(twice) == (1, "a member stands twice")


@each_carrier
def test_a_page_with_another_file_around_a_genuine_credential_is_refused(check, files, kind):
    """A signature covers the credential; that the page around it was changed the export tells."""
    around = {
        "png": lambda png: png[:-12] + b"\0\0\0\0tIME0000" + png[-12:],
        "pdf": lambda p: p + b"%",
    }
    if kind not in around:
        assert check(files[kind] + b"\n")[0] == 0  # a line end after JSON or a token says nothing
        return

    code, said = check(around[kind](files[kind]))

    assert code == 1
    assert "not as it was issued" in said


@each_carrier
def test_another_key_under_the_same_name_is_refused(issuer, check, files, current, kind):  # noqa: F811
    stranger = ed25519.Ed25519PrivateKey.generate()
    token = issuer.export(current, files, "valid", "")
    other = Issuer(stranger, issuer.token, issuer.status)
    if kind == "jwt":
        forged = jwt.encode(
            jwt.decode(files["jwt"], options={"verify_signature": False}), "x" * 32, "HS256"
        ).encode()
    else:
        forged = other.carriers(current)[kind]

    assert check(forged, export=token)[0] == 1


def test_the_key_of_the_web_process_signs_no_certificates(issuer, check, current):  # noqa: F811
    forged = issuer.carriers(current, kid="status-1")["json"]

    assert check(forged) == (1, "signed with a key that is for something else")


def test_the_key_of_certificates_signs_no_exports(issuer, check, files, current):  # noqa: F811
    token = issuer.export(current, files, "valid", "", kid="ed25519-1")

    assert check(files["json"], export=token) == (1, "signed with a key that is for something else")


@each_carrier
def test_another_association_is_refused(issuer, check, files, current, kind):  # noqa: F811
    elsewhere = Issuer(issuer.proof, issuer.token, issuer.status, host="other.example.org")
    token = elsewhere.export(current, files, "valid", "")

    assert check(files[kind], did=elsewhere.did, export=token)[0] == 1


@pytest.mark.lesson(54)
@each_carrier
@pytest.mark.parametrize("days", [0, 1001])
def test_withdrawn_it_does_not_count_before_its_last_day_nor_after(check, files, kind, days):
    code, said = check(
        files[kind],
        fact=("withdrawn", f"{datetime.now(UTC):%Y-%m-%d}"),
        now=datetime.now(UTC) + timedelta(days=days),
    )

    assert code == 1
    assert "withdrawn since" in said


@pytest.mark.lesson(54)
@each_carrier
def test_after_its_last_day_an_old_export_does_not_make_it_count(check, files, kind):
    code, said = check(files[kind], now=datetime.now(UTC) + timedelta(days=1001))

    assert code == 1
    assert "Its last day has passed" in said


def test_a_changed_export_is_refused(issuer, check, files, current):  # noqa: F811
    head, _payload, signature = issuer.export(current, files, "withdrawn", "2026-01-01").split(".")
    payload = issuer.export(current, files, "valid", "").split(".")[1]

    assert (
        "signature does not hold" in check(files["json"], export=f"{head}.{payload}.{signature}")[1]
    )


@each_carrier
def test_without_an_export_nothing_is_said_of_its_status(issuer, files, kind):
    code, said = verifier().verdict(files[kind], issuer.did, None, datetime.now(UTC))

    assert code == 2
    assert "only an export can say" in said[-1]


@pytest.mark.parametrize(
    "rubbish",
    [b"", b"x", b"{}", b"[]", b"a.b.c", b"%PDF-", b"\x89PNG", b"{" * 5000, b'{"proof": 1}'],
)
def test_rubbish_is_refused_with_a_sentence(issuer, tmp_path, capsys, rubbish):
    file, did = tmp_path / "file", tmp_path / "did.json"
    file.write_bytes(rubbish)
    did.write_text(json.dumps(issuer.did))

    assert verifier().main([str(file), "--did", str(did)]) == 1
    assert capsys.readouterr().out.startswith("Not genuine: ")


@pytest.mark.parametrize(
    "name", ["李小龙", "فاطمة", "Zoë 🌱", 'A "quoted" \\ name', "a\u2028b", "x\ty\n"]
)
def test_both_implementations_sign_the_same_bytes(current, name):  # noqa: F811
    verifier()
    import triad_rdf

    document = credential_document(
        replace(current, holder_name=name), host=HOST, status=status_entry(HOST, 1, 42)
    )
    options = {"algorithm": "URDNA2015", "format": "application/n-quads"}

    theirs = jsonld.normalize(document, {**options, "documentLoader": document_loader()})

    assert triad_rdf.canonical(document).decode() == theirs


def test_it_needs_nothing_but_one_package():
    imported = set()
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(node.module.split(".")[0])

    assert imported - set(sys.stdlib_module_names) == {"cryptography", "triad_rdf"}


def test_it_runs_from_anywhere(issuer, files, current, tmp_path):  # noqa: F811
    (tmp_path / "c.pdf").write_bytes(files["pdf"])
    (tmp_path / "did.json").write_text(json.dumps(issuer.did))
    (tmp_path / "states").write_text(issuer.export(current, files, "valid", ""))
    command = [sys.executable, FOLDER / "triad_verify.py", "c.pdf", "--did", "did.json"]

    done = subprocess.run(
        [*command, "--export", "states"], cwd=tmp_path, env={}, capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "valid on" in done.stdout
