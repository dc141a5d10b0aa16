"""How certificates look: written by the registrar, looked at, published; and hers is printed so."""

from certification.credentials.models import CertificateTemplate
from tests.journeys.town import Town

WORDING = "The {association} certifies that\n{name}\nis, until {valid_until},\n{title}\n{scope}"


def the_registrar_writes_how_certificates_look(town: Town) -> None:
    """What is amiss is said at its field; nothing changes for certificates before it is published."""
    page = town.registrar.opens("certificate_templates").says("Nothing is published yet")
    page = page.send("Begin a draft").says(
        "Certificates are printed as before until it is published."
    )
    draft = CertificateTemplate.objects.get()
    page = page.send("Save the draft", wording=WORDING.replace("{name}", "{nmae}"))
    page = page.says("There is no {nmae}.")
    page = page.send("Save the draft", wording=WORDING, heading="Certificate of practice")
    page = page.says("Saved.").send("Show the page", sample="arabic")
    assert page.all("[data-template-page] img")
    page = page.follow("See what changes, and publish")
    page.says("Certificates already issued stay as they are.", "added: The {association}")
    page.send("Publish version 1").says("Published.", "In use")
    town.admin.opens("certificate_template", args=[draft.public_id]).says("It stays as it is.")


def hers_is_printed_so(town: Town, certificate) -> None:
    assert certificate.template == CertificateTemplate.objects.in_use()
    page = town.thea.opens("certificate", args=[certificate.public_id])
    page.says("Certificate of practice", f"certifies that {town.thea.name} is, until")
