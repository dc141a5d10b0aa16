"""Staff: signatures, conflicts of interest, supervisors whom interns named; leave and memberships.

The months in these addresses are read by the converter that the pages of practice register.
"""

from django.urls import path

from certification.practice import urls  # noqa: F401
from certification.practice.views import (
    conflicts,
    leaves,
    memberships,
    nominations,
    signatures,
)

urlpatterns = [
    path("signatures/", signatures.signatures, name="practice_signatures"),
    path(
        "signatures/<uuid:public_id>/<uuid:supervisor_id>/<month:month>/",
        signatures.month,
        name="practice_missing",
    ),
    path("contests/<uuid:public_id>/", signatures.contest, name="practice_contest"),
    path("papers/<uuid:public_id>/", signatures.paper, name="practice_paper"),
    path("agreements/<uuid:public_id>/conflicts/", conflicts.conflicts, name="practice_conflicts"),
    path("nominations/<uuid:public_id>/", nominations.nomination, name="practice_nomination"),
    path("leave/", leaves.desk, name="practice_leaves"),
    path("leave/<uuid:public_id>/", leaves.answer, name="answer_leave"),
    path("memberships/", memberships.index, name="practice_memberships"),
    path("memberships/members.csv", memberships.export, name="export_memberships"),
    path("memberships/<uuid:public_id>/", memberships.person, name="practice_membership"),
]
