"""A learner's live days."""

from django.urls import path

from courses.live.views import learner

urlpatterns = [
    path("learn/live-days/", learner.index, name="live_days"),
    path("learn/live-days/<uuid:public_id>/", learner.detail, name="live_day"),
    path("learn/live-days/<uuid:public_id>/answer/", learner.reply, name="answer_live_day"),
    path(
        "learn/live-days/<uuid:public_id>/alternative/",
        learner.alternative,
        name="live_day_alternative",
    ),
    path("learn/live-days/<uuid:public_id>/day.ics", learner.calendar, name="live_day_calendar"),
]
