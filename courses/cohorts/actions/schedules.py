"""Setting when the modules of a cohort open."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from courses.models import Cohort, ModuleOpening, ModulePage
from training_site import audit


@transaction.atomic
def set_schedule(
    cohort: Cohort, *, pacing: str, days: Mapping[ModulePage, int], by, now: datetime
) -> Cohort:
    """Write the whole schedule: days after the start for each module. It holds from now on.

    Lessons that somebody has opened stay open to them, whatever the new schedule says.
    """
    cohort = Cohort.objects.select_for_update().get(pk=cohort.pk)
    cohort.pacing = pacing
    cohort.save(update_fields=["pacing"])
    cohort.openings.all().delete()
    ModuleOpening.objects.bulk_create(
        ModuleOpening(cohort=cohort, module=module, days=after) for module, after in days.items()
    )
    audit.record(
        "courses.cohort.scheduled",
        actor=by,
        target=cohort,
        at=now,
        values={"pacing": pacing, "days": list(days.values())},
    )
    return cohort
