"""The one task of Django's Tasks API that is ours: its message is the id of a JobRun, nothing else.

Whoever could write into a broker could thus repeat known jobs, and nothing more.
"""

from django_tasks import task

from training_site.jobs.execute import execute


@task(backend="jobs")
def run_job(run_id: int) -> None:
    execute(run_id)
