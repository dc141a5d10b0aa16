"""What the record says of banks that came from files or went into them."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register(
    {
        "assessments.bank.imported": _("imported items from a file into a bank"),
        "assessments.bank.exported": _("took the items of a bank along as a file"),
    }
)
