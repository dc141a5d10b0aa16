"""Sign-in (allauth), invitations, messages, leaving quickly."""

from django.urls import include, path

from training_site.accounts.views import invitations, leaving, messages, profile

urlpatterns = [
    path("invitation/<str:token>/", invitations.accept, name="accept_invitation"),
    path("messages/", messages.inbox, name="notices"),
    path("you/", profile.you, name="you"),
    path("leave/", leaving.quick_leave, name="quick_leave"),
    path("left/", leaving.left, name="left"),
    path("", include("allauth.urls")),
]
