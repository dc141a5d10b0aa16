"""Supervised practice: the intern's pages, the supervisor's pages."""

from django.urls import path, register_converter

from certification.practice import record_urls, signing_urls
from certification.practice.months import MonthConverter
from certification.practice.views import (
    again,
    agreements,
    case_steps,
    cases,
    checking,
    home,
    hours,
    importing,
    incidents,
    pauses,
    sheet,
    supervised_cases,
    supervision,
)
from certification.practice.weeks import WeekConverter

register_converter(MonthConverter, "month")
register_converter(WeekConverter, "week")

urlpatterns = [
    *signing_urls.urlpatterns,
    *record_urls.urlpatterns,
    path("practice/", home.home, name="practice"),
    path("practice/hours/new/", hours.log, name="log_hours"),
    path("practice/hours/check/", checking.check, name="check_hours"),
    path("practice/hours/quick/", again.quick, name="quick_hours"),
    path("practice/hours/quick/<uuid:public_id>/", again.just_now, name="quick_entry"),
    path("practice/hours/import/", importing.import_hours, name="import_hours"),
    path("practice/hours/import/template.csv", importing.template, name="import_template"),
    path("practice/hours/import/left-over.csv", importing.left_over, name="import_left_over"),
    path("practice/hours/<uuid:public_id>/", hours.entry, name="practice_entry"),
    path("practice/hours/<uuid:public_id>/copy/", again.copy, name="copy_entry"),
    path("practice/hours/<uuid:public_id>/correct/", hours.correct, name="correct_entry"),
    path("practice/hours/<uuid:public_id>/discard/", hours.discard, name="discard_entry"),
    path("practice/months/<month:month>/submit/", hours.hand_in_month, name="hand_in_month"),
    path("practice/cases/new/", cases.open_new, name="open_case"),
    path("practice/cases/<uuid:public_id>/", cases.case, name="practice_case"),
    path("practice/cases/<uuid:public_id>/closing/", cases.begin_closing, name="begin_closing"),
    path("practice/cases/<uuid:public_id>/steps/", case_steps.attest_step, name="attest_step"),
    path("practice/cases/<uuid:public_id>/pause/", pauses.own, name="pause_case"),
    path(
        "practice/cases/<uuid:public_id>/intensive/",
        case_steps.propose_intensive,
        name="propose_intensive",
    ),
    path(
        "practice/cases/<uuid:public_id>/supervisors/",
        case_steps.hand_over_case,
        name="hand_over_case",
    ),
    path("practice/incidents/", incidents.index, name="practice_incidents"),
    path("practice/incidents/new/", incidents.new, name="report_incident"),
    path("practice/incidents/<uuid:public_id>/", incidents.report, name="incident_report"),
    path("practice/agreement/", agreements.own, name="practice_agreement"),
    path("supervision/", supervision.queue, name="supervision"),
    path("supervision/cases/<uuid:public_id>/", supervised_cases.case, name="supervised_case"),
    path("supervision/cases/<uuid:public_id>/pause/", pauses.supervised, name="supervised_pause"),
    path(
        "supervision/intensives/<uuid:public_id>/",
        supervised_cases.answer_intensive,
        name="answer_intensive",
    ),
    path("supervision/receipts/<uuid:public_id>/", supervision.receipt, name="signature_receipt"),
    path("supervision/agreements/<uuid:public_id>/", agreements.answer, name="answer_agreement"),
    path(
        "supervision/agreements/<uuid:public_id>/decline/",
        agreements.decline,
        name="decline_agreement",
    ),
    path("supervision/hours/<uuid:public_id>/return/", sheet.return_hours, name="return_hours"),
    path("supervision/<uuid:public_id>/<month:month>/", sheet.month_sheet, name="month_sheet"),
]
