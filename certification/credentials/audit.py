"""The verbs of certificates."""

from django.utils.translation import gettext_lazy as _

from training_site import audit
from training_site.accounts.roles import Role
from training_site.content.exports import register_exports
from training_site.content.readers import Kind, register_openings

audit.register(
    {
        "certification.certificate.opened": _("opened the page of a certificate"),
        "certification.certificate.issued": _("issued a certificate"),
        "certification.certificate.suspended": _("suspended a certificate"),
        "certification.certificate.kept_suspended": _("looked at a suspension again and kept it"),
        "certification.certificate.reinstated": _("reinstated a certificate"),
        "certification.certificate.withdrawn": _("withdrew a certificate"),
        "certification.certificate.resigned": _("noted that a certificate was given up"),
        "certification.certificate.deceased": _("noted that a holder has died"),
        "certification.certificate.replacement_asked": _(
            "asked for another certificate in place of one"
        ),
        "certification.certificate.replaced": _("replaced a certificate by another"),
        "certification.certificate.replacement_dropped": _(
            "made no other certificate, as the one before had ended"
        ),
        "certification.certificates.exported": _("took a list of certificates as a file"),
        "certification.key.added": _("made a new key for what is issued from now on"),
        "certification.share.made": _("made a share link"),
        "certification.share.revoked": _("ended a share link"),
        "certification.record.made": _("recorded an earlier certification"),
        "certification.record.approved": _("approved the record of an earlier certification"),
        "certification.template.begun": _("began a draft of the certificate template"),
        "certification.template.changed": _("changed the draft of the certificate template"),
        "certification.template.published": _("published the certificate template"),
    }
)
register_openings(
    {
        "certification.certificate.opened": Kind(
            _("Your certificate, on the staff's page"), (Role.REGISTRAR, Role.DECISION_MAKER)
        )
    }
)
register_exports({"certification.certificates.exported": _("Certificates")})
