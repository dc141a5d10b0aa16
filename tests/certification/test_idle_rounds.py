"""What comes round by the clock, with fifty thousand certified people and nothing to do (lesson 51).

Nothing is issued by the clock at all: each certificate is made by the job that its grant promised.
"""

import pytest

from certification.credentials.models import Certificate
from tests.factories.crowds import a_crowd
from tests.factories.decisions import a_decision
from tests.factories.renewals import a_term
from tests.queries import count_queries
from training_site.accounts.models import User
from training_site.jobs.models import JobRun
from training_site.jobs.outbox import drain
from training_site.jobs.registry import function_of, known_rounds

pytestmark = [pytest.mark.both_stacks, pytest.mark.django_db, pytest.mark.lesson(51)]
PEOPLE = 50_000
QUERIES = 5


def run(name: str) -> None:
    function_of(name)()


@pytest.mark.usefixtures("plain_documents")
def test_an_idle_round_asks_five_questions_of_fifty_thousand_people():
    a_crowd(a_term(), PEOPLE)
    drain()
    assert User.objects.count() > PEOPLE

    for each in known_rounds():
        run(each.name)  # the first of them all writes the settings of the association
        with count_queries(at_most=QUERIES):
            run(each.name)
        assert not JobRun.objects.open().exists(), each.name


@pytest.mark.usefixtures("plain_documents")
def test_no_round_issues_anything_and_the_job_of_the_grant_does():
    decision = a_decision()
    promised = JobRun.objects.get(name="certification.issue_certificate")

    for each in known_rounds():
        run(each.name)
    assert not Certificate.objects.exists()

    assert promised.args == [decision.pk]
    drain()
    assert Certificate.objects.get().decision == decision
