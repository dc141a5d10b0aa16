from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register({"jobs.run.tried_again": _("had a job tried again that had been given up")})
