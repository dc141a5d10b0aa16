"""The People area of the admin. Hooks only register."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from training_site.accounts.permissions import may
from training_site.accounts.views import people


class PeopleMenuItem(MenuItem):
    def is_shown(self, request):
        return may(request.user, "accounts.invite")


@hooks.register("register_admin_urls")
def people_urls():
    urls = [
        path("", people.index, name="people"),
        path("invite/", people.invite, name="people_invite"),
        path("invitations/<uuid:public_id>/", people.invitation, name="people_invitation"),
        path("<uuid:public_id>/", people.person, name="people_person"),
    ]
    return [path("people/", include(urls))]


@hooks.register("register_admin_menu_item")
def people_menu_item():
    return PeopleMenuItem(
        _("People"), reverse("people"), name="people", icon_name="group", order=150
    )
