"""The sentences for what is brought along from elsewhere, and for milestones."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "balance_not_own": _("Somebody else has to see what you bring along."),
        "balance_in_future": _("The last day lies in the future."),
        "balance_more_than_its_days": _("There are more minutes than these days have."),
        "total_out_of_bounds": _("This is more than ten thousand hours, or nothing."),
        "balance_answered": _("This has been answered already."),
        "balance_needs_another": _("You attested this. Somebody else has to confirm it."),
        "milestone_not_own": _("Somebody else has to record your dates."),
        "milestone_in_future": _("The date lies in the future."),
    }
)
