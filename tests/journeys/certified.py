"""The certificate: issued once, shown as she chooses, checked by strangers, paused, ended."""

import base64
import gzip
import json
import re

from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from certification.credentials.actions import issue
from certification.credentials.models import Certificate
from tests.journeys.arriving import EMAIL, NAME, says_nothing_telling
from tests.journeys.pages import Page, path_of
from tests.journeys.town import Town
from training_site.audit.models import AuditEvent
from training_site.audit.sealing import seal
from training_site.audit.verifying import verify

CARRIERS = {
    "pdf": ("application/pdf", b"%PDF-"),
    "png": ("image/png", b"\x89PNG"),
    "json": ("application/vc+ld+json", b"{"),
    "jwt": ("text/plain", b"eyJ"),
}
FACTS = {
    "accounts.identity.seen",
    "accounts.invitation.accepted",
    "certification.agreement.approved",
    "certification.application.submitted",
    "certification.case.closed",
    "certification.certificate.issued",
    "certification.certificate.reinstated",
    "certification.certificate.replaced",
    "certification.certificate.suspended",
    "certification.certificate.withdrawn",
    "certification.decision.taken",
    "certification.hours.corrected",
    "certification.hours.returned",
    "certification.internship.admitted",
    "certification.listing.hidden",
    "certification.month.signed",
    "certification.share.revoked",
    "content.policy.attested",
    "courses.course.completed",
}
NO_FILE = "This file is not as it was issued"
REASON = "A question about record-keeping is being examined; nothing has been found so far."


def it_is_issued_exactly_once(town: Town) -> Certificate:
    """However often the job runs."""
    assert not Certificate.objects.exists()
    for _round in range(2):
        town.works_off_its_jobs()
    certificate = Certificate.objects.get(holder=town.thea.user)
    assert issue(certificate.decision_id, now=town.clock.now) == certificate
    return certificate


def her_mail_says_nothing(town: Town) -> None:
    letters = [one for one in mail.outbox if one.to == [EMAIL]]
    assert "Something is ready for you" in [letter.subject for letter in letters]
    for letter in letters:
        says_nothing_telling(letter)
    [address] = re.findall(r"https?://\S+", letters[-1].body)
    assert town.thea.fetches(path_of(address)).status_code == 302


def she_holds_it(town: Town, certificate: Certificate) -> None:
    """The page, and four documents that each open for her alone."""
    page = town.thea.opens("certification").says(NAME, "Certified Surrogate Partner")
    assert page.path == reverse("certificate", args=[certificate.public_id])
    for kind, (media, begin) in CARRIERS.items():
        address = reverse("certificate_file", args=[certificate.public_id, kind])
        answer = town.thea.fetches(address)
        assert answer.headers["Content-Type"].startswith(media)
        assert answer.content.startswith(begin)
        assert town.stranger().fetches(address).status_code == 404
    town.stranger().opens(page.path, answering=404)


def she_shows_it_to_somebody(town: Town, certificate: Certificate) -> None:
    """By a link that ends when she says so."""
    page = town.thea.opens("certificate", args=[certificate.public_id])
    page = page.send("Make a link", label="For a clinic", days="30 days")
    link = path_of(page.held_by("link-1"))
    clinic = town.stranger()
    shared = clinic.opens(link).says(NAME)
    assert clinic.fetches(shared.link("PDF")).content.startswith(b"%PDF-")
    assert clinic.fetches(shared.link("Picture to share")).content.startswith(b"\x89PNG")

    page.send("End it now").says("no longer opens anything")
    clinic.opens(link, answering=404)


def a_stranger_asks(town: Town, certificate: Certificate) -> Page:
    """The number typed as it is printed leads to the one answer."""
    return town.stranger().opens("verify").send("Check", q=certificate.display_number)


def a_stranger_learns_that_it_is_valid(town: Town, certificate: Certificate) -> None:
    page = a_stranger_asks(town, certificate).says("Valid", "not a state licence")
    page.says_nothing_of(NAME)
    page.send("Compare", name="thea  LINDQVIST").says("It matches")
    page.send("Compare", name="Theo Lindqvist").says("No match")
    typo = certificate.number[:-1] + ("A" if certificate.number[-1] != "A" else "B")
    town.stranger().opens(f"/verify/?q={typo}").says("Not found")


def a_stranger_compares_the_file(town: Town, certificate: Certificate) -> None:
    """The PDF as it was issued answers like its number; one byte more, and it is no certificate."""
    address = reverse("certificate_file", args=[certificate.public_id, "pdf"])
    pdf = town.thea.fetches(address).content
    for content, answer in ((pdf, "Byte for byte as it was issued"), (pdf + b" ", NO_FILE)):
        sent = {"file": SimpleUploadedFile("certificate.pdf", content)}
        page = town.stranger().posts(reverse("verify_file"), sent)
        page.says(answer).says_nothing_of(NAME)


def she_lets_her_name_be_seen(town: Town, certificate: Certificate) -> None:
    """And is listed; then hides both again at a stroke."""
    town.stranger().opens("registry").says_nothing_of(NAME)
    page = town.thea.opens("choose_listing", args=[certificate.public_id])
    page.send("Save", level="listed", region="South of England")
    a_stranger_asks(town, certificate).says("Valid", NAME)
    town.stranger().opens("registry").says(NAME, "South of England")

    town.thea.opens(page.path).send("Hide me now").says("Hidden.")
    town.stranger().opens("registry").says_nothing_of(NAME)


def software_checks_it(town: Town, certificate: Certificate) -> None:
    """The issuer's keys are published, and one of them signed the token."""
    town.stranger().fetches(reverse("did")).json()
    token = town.thea.fetches(reverse("certificate_file", args=[certificate.public_id, "jwt"]))
    head = token.content.split(b".")[0].decode()
    method = json.loads(base64.urlsafe_b64decode(head + "=" * (-len(head) % 4)))["kid"]
    kid = re.split(r"[#/]", method)[-1]
    assert town.stranger().fetches(reverse("issuer_key", args=[kid])).json()["kid"]
    assert town.stranger().fetches(reverse("status_export")).content.startswith(b"eyJ")


def it_is_suspended_and_reinstated(town: Town, certificate: Certificate) -> None:
    """Seen at once on the page and by software; the revocation bit stays, as it is no end."""
    _changes(town, certificate, "suspend")
    a_stranger_asks(town, certificate).says("Suspended", "not a finding").says_nothing_of(REASON)
    assert told_to_software(town, certificate) == ("suspended", False)
    town.thea.opens("certificate", args=[certificate.public_id]).says("Suspended", REASON)

    town.clock.wait(days=2)
    _changes(town, certificate, "reinstate")
    assert told_to_software(town, certificate) == ("valid", False)


def it_is_withdrawn(town: Town, certificate: Certificate) -> None:
    """For good: page, software and status list say so; the page offers nothing more to do."""
    _changes(town, certificate, "withdraw")
    a_stranger_asks(town, certificate).says("Withdrawn").says_nothing_of(REASON)
    assert told_to_software(town, certificate) == ("withdrawn", True)
    page = town.decider.opens("certification_certificate", args=[certificate.public_id])
    assert not page.offers("Do this")


def _changes(town: Town, certificate: Certificate, change: str) -> None:
    page = town.decider.opens("certification_certificates").follow(NAME)
    page = page.send("Do this", change=change, reason=REASON)
    page.says("Done. The public answer has changed")


def told_to_software(town: Town, certificate: Certificate) -> tuple[str, bool]:
    """The state at the number's JSON, and the bit in the status list that the credential points to."""
    stranger = town.stranger()
    told = stranger.fetches(reverse("verify_json", args=[certificate.number])).json()
    carrier = reverse("certificate_file", args=[certificate.public_id, "json"])
    entry = town.thea.fetches(carrier).json()["credentialStatus"]
    listed = stranger.fetches(path_of(entry["statusListCredential"])).json()
    packed = listed["credentialSubject"]["encodedList"].removeprefix("u")
    bits = gzip.decompress(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
    index = int(entry["statusListIndex"])
    return told["status"], bool(bits[index // 8] & 0x80 >> index % 8)


def all_of_it_is_on_record(town: Town) -> None:
    """Each kind of fact left its entry about her, and the chain over all entries holds."""
    while seal():
        pass
    report = verify()
    assert (report.finding, report.unsealed) == (None, 0)
    about_her = AuditEvent.objects.about(town.thea.user.public_id)
    assert set(about_her.values_list("verb", flat=True)) >= FACTS
