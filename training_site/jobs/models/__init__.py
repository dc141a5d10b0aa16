from training_site.jobs.models.heartbeat import Heartbeat
from training_site.jobs.models.job_run import JobRun

__all__ = ["Heartbeat", "JobRun"]
