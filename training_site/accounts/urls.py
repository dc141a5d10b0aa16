"""Sign-in (allauth), invitations, messages, leaving quickly."""

from django.urls import include, path

from training_site.accounts.views import invitations, leaving, messages, profile
from training_site.accounts.views.not_offered import not_offered

# allauth brings these; nobody is led to them. An address is changed by the association, because
# the invitation vouched for it.
NOT_OFFERED = (
    "signup/",
    "email/",
    "confirm-email/",
    "confirm-email/<str:key>/",
    "login/code/confirm/",
)

urlpatterns = [
    *(path(route, not_offered) for route in NOT_OFFERED),
    path("invitation/<str:token>/", invitations.accept, name="accept_invitation"),
    path("messages/", messages.inbox, name="notices"),
    path("messages/<uuid:public_id>/", messages.open_notice, name="open_notice"),
    path("you/", profile.you, name="you"),
    path("leave/", leaving.quick_leave, name="quick_leave"),
    path("left/", leaving.left, name="left"),
    path("", include("allauth.urls")),
]
