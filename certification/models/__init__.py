"""The models of all sub-packages: Django looks for an app's models here."""

from certification.appeals.models import *  # noqa: F403
from certification.complaints.models import *  # noqa: F403
from certification.concerns.models import *  # noqa: F403
from certification.credentials.models import *  # noqa: F403
from certification.decisions.models import *  # noqa: F403
from certification.practice.models import *  # noqa: F403
from certification.recalls.models import *  # noqa: F403
from certification.registry.models import *  # noqa: F403
from certification.renewals.models import *  # noqa: F403
from certification.scheme.models import *  # noqa: F403
