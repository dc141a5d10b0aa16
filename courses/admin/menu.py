"""The Teaching area of the admin: cohorts, live days, announcements.

A screen joins it with the hook `register_teaching_menu_item`.
"""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from training_site.accounts.permissions import may

menu = Menu(
    register_hook_name="register_teaching_menu_item",
    construct_hook_name="construct_teaching_menu",
)


class PermittedItem(MenuItem):
    """A menu item that whoever holds the permission sees."""

    def __init__(self, label, url_name: str, permission: str, **options):
        super().__init__(label, reverse_lazy(url_name), name=url_name, **options)
        self.permission = permission

    def is_shown(self, request):
        return may(request.user, self.permission)


def teaching() -> SubmenuMenuItem:
    return SubmenuMenuItem(_("Teaching"), menu, icon_name="group", order=150)
