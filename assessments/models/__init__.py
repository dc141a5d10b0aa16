from assessments.models.assessment import Assessment, BlueprintRow
from assessments.models.attempt import Attempt, AttemptItem, Response
from assessments.models.bank import Item, ItemBank, ItemVersion
from assessments.models.form import Form, FormItem
from assessments.models.grant import Grant
from assessments.models.incident import Incident, IncidentRelief, Irregularity
from assessments.models.marking import Marking, RubricVersion
from assessments.models.picture import Picture
from assessments.models.regrade import Regrade, RegradeChange
from assessments.models.result import Result
from assessments.models.statistic import AssessmentStatistic, ItemStatistic
from assessments.models.time import Accommodation, TimeChange

__all__ = [
    "Accommodation",
    "Assessment",
    "AssessmentStatistic",
    "Attempt",
    "AttemptItem",
    "BlueprintRow",
    "Form",
    "FormItem",
    "Grant",
    "Incident",
    "IncidentRelief",
    "Irregularity",
    "Item",
    "ItemBank",
    "ItemStatistic",
    "ItemVersion",
    "Marking",
    "Picture",
    "Regrade",
    "RegradeChange",
    "Response",
    "Result",
    "RubricVersion",
    "TimeChange",
]
