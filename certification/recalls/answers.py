"""What practice asks of recalls; registered when the site starts."""

from collections.abc import Collection

from certification.practice.questions import Withheld
from certification.recalls.models import Recall
from certification.recalls.touched import days_of


def withheld_days(people: Collection[int]) -> Withheld:
    found: Withheld = {}
    for recall in Recall.objects.confirmed().filter(supervisor__in=people).order_by("pk"):
        found.setdefault((recall.supervisor_id, recall.role), []).extend(days_of(recall))
    return found
