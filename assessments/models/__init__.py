from assessments.models.assessment import Assessment, BlueprintRow, Grant
from assessments.models.attempt import Attempt, AttemptItem, Response
from assessments.models.bank import Item, ItemBank, ItemVersion
from assessments.models.form import Form, FormItem

__all__ = [
    "Assessment",
    "Attempt",
    "AttemptItem",
    "BlueprintRow",
    "Form",
    "FormItem",
    "Grant",
    "Item",
    "ItemBank",
    "ItemVersion",
    "Response",
]
