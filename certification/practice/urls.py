"""Supervised practice: the intern's pages, the supervisor's pages."""

from django.urls import path, register_converter

from certification.practice.months import MonthConverter
from certification.practice.views import agreements, cases, home, hours, sheet, supervision

register_converter(MonthConverter, "month")

urlpatterns = [
    path("practice/", home.home, name="practice"),
    path("practice/hours/new/", hours.log, name="log_hours"),
    path("practice/hours/<uuid:public_id>/", hours.entry, name="practice_entry"),
    path("practice/hours/<uuid:public_id>/correct/", hours.correct, name="correct_entry"),
    path("practice/hours/<uuid:public_id>/discard/", hours.discard, name="discard_entry"),
    path("practice/months/<month:month>/submit/", hours.hand_in_month, name="hand_in_month"),
    path("practice/cases/new/", cases.open_new, name="open_case"),
    path("practice/cases/<uuid:public_id>/", cases.case, name="practice_case"),
    path("practice/cases/<uuid:public_id>/closing/", cases.begin_closing, name="begin_closing"),
    path("practice/agreement/", agreements.own, name="practice_agreement"),
    path("supervision/", supervision.queue, name="supervision"),
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
