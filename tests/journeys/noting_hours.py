"""The short ways to an hour: a pattern tapped, a copy, a week at a glance, a spreadsheet."""

from django.urls import reverse

from tests.journeys.town import Town
from training_site.demo.stages.past import TUESDAY, WEDNESDAY


def she_logs_in_three_taps(town: Town) -> None:
    """From the telephone, right after a session; then she sees that it was none, and takes it back."""
    monday = town.past.day(40)
    page = town.thea.opens("practice").follow("Log hours").says("What was it?")
    page = page.follow("Direct session").says("Case A", "Is this right?")
    said = {name: page.held_by(name) for name in ("date", "start", "minutes")}
    assert said == {"date": town.day(40, TUESDAY), "start": "18:15", "minutes": "1:45"}
    checked = town.thea.posts(reverse("check_hours"), said | {"category": "observation"})
    checked.says('"fields": {')
    page.send("Save").says("Saved as a draft")

    week = town.thea.opens("practice_week", args=[f"{monday:%G-W%V}"]).says("1 h 45 min in all.")
    entry = week.follow("Direct session")
    entry.follow("Copy to another date").says("choose the new date")
    entry.send("Discard").says("draft is gone")


def she_takes_hours_from_a_spreadsheet(town: Town) -> None:
    """One line of two is good; it becomes a draft, which she does not keep either."""
    day = town.past.day(41, WEDNESDAY)
    line = f"{day:%-d/%-m/%Y};19:30;30;Observation;By video"
    head = town.thea.fetches(reverse("import_template")).content.decode("utf-8-sig").strip()
    text = f"{';'.join(head.split(',')[:2])};duration;category;modality\n{line}\n{line}"
    page = town.thea.opens("quick_hours").follow("Add hours from a spreadsheet")
    report = page.send("Show the report", text=text)
    report.says("1 line can be added, 30 min.", "This is the same as line 2.")
    left = town.thea.posts(reverse("import_left_over"), {"text": text})
    assert "same as line 2" in left.response.content.decode()

    month = report.send("Add the 1 good line").says("1 draft added.")
    month.follow("Observation").send("Discard").says("draft is gone")
