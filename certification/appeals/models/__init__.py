from certification.appeals.models.appeals import Appeal, AppealRuling

__all__ = ["Appeal", "AppealRuling"]
