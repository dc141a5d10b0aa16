"""The one verb of reports: what leaves the site as a file is remembered."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register({"courses.report.exported": _("exported a report")})
