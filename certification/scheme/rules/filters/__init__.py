"""Eligibility: which entries may count at all. The first filter that refuses gives the reason."""

from .approvals import ApprovalBeforeCount
from .deadlines import EntryDeadline, SignoffDeadline
from .doubles import NoDoubleCount
from .interleaving import Interleave
from .meetings import GroupSizeMax, ModalityAllowed
from .signers import AgreementInForce, ConflictExcluded, SupervisorQualifiedOn
from .spans import Recency, WindowForward, WindowLookback

FILTERS = {
    "agreement_in_force": AgreementInForce,
    "supervisor_qualified_on": SupervisorQualifiedOn,
    "conflict_excluded": ConflictExcluded,
    "approval_before_count": ApprovalBeforeCount,
    "window_lookback": WindowLookback,
    "window_forward": WindowForward,
    "recency": Recency,
    "entry_deadline": EntryDeadline,
    "signoff_deadline": SignoffDeadline,
    "modality_allowed": ModalityAllowed,
    "group_size_max": GroupSizeMax,
    "no_double_count": NoDoubleCount,
    "interleave": Interleave,
}
