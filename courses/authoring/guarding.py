"""What Wagtail's every screen and action asks about a page of the curriculum."""

from functools import cached_property

from wagtail.models import PagePermissionTester

from courses.authoring.reviewing import moving, publishing
from training_site.verdict import Verdict


class PeerPermissions(PagePermissionTester):
    """Permission by place in the tree, as Wagtail has it, and approval by somebody else on top."""

    @cached_property
    def publishing(self) -> Verdict:
        return publishing(self.page, self.user)

    def has_permission_to_publish(self) -> bool:
        return super().can_publish()

    def can_publish(self):
        return super().can_publish() and bool(self.publishing)

    def can_publish_subpage(self):
        """Nothing is born published: not by the create form, not as a copy, not as an alias."""
        return False

    def can_set_view_restrictions(self):
        return super().can_publish()

    def can_unschedule(self):
        """Holding something back needs nobody's approval."""
        return super().can_publish()

    def can_move_to(self, destination):
        return super().can_move_to(destination) and bool(moving(self.page, destination))


class ProgrammePermissions(PagePermissionTester):
    """A programme is opened by whoever may publish it; its courses go the way of everything below."""

    def can_publish_subpage(self):
        return False
