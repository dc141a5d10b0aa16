from certification.recalls.models.recalls import Recall, RecallItem

__all__ = ["Recall", "RecallItem"]
