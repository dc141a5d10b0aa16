from certification.renewals.models.education import CEActivity, PeerReview
from certification.renewals.models.renewals import Renewal

__all__ = ["CEActivity", "PeerReview", "Renewal"]
