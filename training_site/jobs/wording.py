from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register({"jobs_not_given_up": _("Only a job that was given up can be tried again.")})
