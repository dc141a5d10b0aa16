import pytest

from training_site.jobs import registry
from training_site.jobs.registry import UnknownJob, function_of, job, known_rounds, periodic


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch):
    monkeypatch.setattr(registry, "_functions", {})
    monkeypatch.setattr(registry, "_rounds", {})


def test_a_job_is_found_by_its_name():
    @job("sample.work")
    def work(): ...

    assert function_of("sample.work") is work


def test_an_unknown_name_is_an_error_of_its_own():
    with pytest.raises(UnknownJob):
        function_of("sample.nothing")


def test_two_jobs_cannot_share_a_name():
    @job("sample.work")
    def work(): ...

    with pytest.raises(ValueError, match=r"sample\.work"):
        job("sample.work")(lambda: None)


@pytest.mark.parametrize("name", ["work", "Sample.work", "sample work", "sample.", ""])
def test_a_name_says_app_and_verb(name):
    with pytest.raises(ValueError, match=r"app\.verb"):
        job(name)


def test_a_round_is_a_job_with_a_rhythm():
    @periodic(minutes=5)
    @job("sample.round")
    def go_round(): ...

    assert [(due.name, due.minutes) for due in known_rounds()] == [("sample.round", 5)]


def test_a_round_without_a_job_is_explained():
    with pytest.raises(TypeError, match="above @job"):
        periodic(minutes=5)(lambda: None)


def test_a_round_takes_no_arguments():
    @job("sample.round")
    def go_round(person_id): ...

    with pytest.raises(TypeError, match="no arguments"):
        periodic(minutes=5)(go_round)


@pytest.mark.parametrize("minutes", [1, 5, 30, 60, 120, 720, 1440])
def test_a_rhythm_that_divides_an_hour_or_a_day_is_taken(minutes):
    assert callable(periodic(minutes=minutes))


@pytest.mark.parametrize("minutes", [0, -5, 7, 45, 90, 300, 2880])
def test_a_rhythm_that_drifts_over_the_clock_is_refused(minutes):
    with pytest.raises(ValueError, match="evenly"):
        periodic(minutes=minutes)
