"""Around the signature: several at once, contests, notice, supervisors from outside, conflicts."""

from django.urls import path

from certification.practice.views import agreements, contests, signing_many, supervisors

urlpatterns = [
    path("practice/contests/", contests.contests, name="contests"),
    path("practice/contests/signature/", contests.contest_signature, name="contest_signature"),
    path("practice/contests/lateness/", contests.contest_lateness, name="contest_lateness"),
    path("practice/contests/<uuid:public_id>/", contests.contest, name="contest"),
    path(
        "practice/contests/<uuid:public_id>/withdraw/",
        contests.withdraw_contest,
        name="withdraw_contest",
    ),
    path("practice/agreement/nominate/", supervisors.nominate, name="nominate_supervisor"),
    path(
        "practice/agreement/<uuid:public_id>/notice/",
        agreements.give_own_notice,
        name="give_own_notice",
    ),
    path("supervision/sign/", signing_many.sign_many, name="sign_many"),
    path("supervision/contests/<uuid:public_id>/", contests.answer_contest, name="answer_contest"),
    path(
        "supervision/agreements/<uuid:public_id>/notice/",
        agreements.give_notice,
        name="give_notice",
    ),
    path(
        "supervision/agreements/<uuid:public_id>/conflict/",
        supervisors.conflict,
        name="declare_conflict",
    ),
]
