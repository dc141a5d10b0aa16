"""The one verb of reports: what leaves the site as a file is remembered."""

from django.utils.translation import gettext_lazy as _

from training_site import audit
from training_site.content.exports import register_exports

audit.register({"courses.report.exported": _("exported a report")})
register_exports({"courses.report.exported": _("A report of a programme")})
