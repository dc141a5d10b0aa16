"""The verbs of certificates."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register(
    {
        "certification.certificate.issued": _("issued a certificate"),
        "certification.certificate.suspended": _("suspended a certificate"),
        "certification.certificate.reinstated": _("reinstated a certificate"),
        "certification.certificate.withdrawn": _("withdrew a certificate"),
        "certification.certificate.resigned": _("noted that a certificate was given up"),
        "certification.certificate.deceased": _("noted that a holder has died"),
        "certification.share.made": _("made a share link"),
        "certification.share.revoked": _("ended a share link"),
        "certification.record.made": _("recorded an earlier certification"),
        "certification.record.approved": _("approved the record of an earlier certification"),
    }
)
