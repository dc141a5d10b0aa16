"""Eight lessons, a reflection, an examination missed and passed, the code signed."""

from assessments.models import Attempt
from assessments.rules.scoring import key_of
from tests.journeys.arriving import NAME
from tests.journeys.pages import Page
from tests.journeys.reading import she_stops_and_goes_on
from tests.journeys.town import Town

LESSONS = 8
REFLECTION = "I noticed how quickly I would have said yes."


def she_studies_the_lessons(town: Town) -> None:
    """Each opened and marked done; what has a content note says so before it opens."""
    page = town.thea.opens("course_outline", args=[town.course.slug]).follow("Open the lesson")
    notes = 0
    for number in range(1, LESSONS + 1):
        if not page.offers("Mark done"):
            page, notes = page.says("What is there").follow("Read on"), notes + 1
        if number == 1:
            page = page.send("Keep it", text=REFLECTION).says("Kept. Only you can read it.")
            page = _answers_the_check(page)
        if number == 2:
            page = she_stops_and_goes_on(town, page)
        town.clock.wait(days=3, minutes=40)
        page = page.send("Mark done")
    assert notes > 0
    page.says("All lessons are done")


def _answers_the_check(page: Page) -> Page:
    """Without a script: the same page comes back and says why."""
    [choice, *_others] = page.all("[data-check] .choice--right button")
    page = page.send(" ".join(choice.get_text(" ").split())).says("The best answer")
    assert len(page.all("[data-check] .choice__body:not([hidden])")) == 1
    return page


def nobody_else_reads_her_reflection(town: Town) -> None:
    town.thea.opens("reflections").says(REFLECTION)
    town.author.opens("reflections").says_nothing_of(REFLECTION)
    town.registrar.opens("people").follow(NAME).says_nothing_of(REFLECTION)


def she_misses_the_examination(town: Town) -> Attempt:
    """Answers saved one by one as a script would, the rest by the form; ten of twelve is too few."""
    page = _begins(town)
    attempt = Attempt.objects.get(learner=town.thea.user)
    _saves_the_first_answer(town, page, attempt)
    page = _answers(page, attempt, right=10).says("All 12 questions are answered and saved.")
    page.send("Submit now").says("Not passed yet", "10")
    return attempt


def _begins(town: Town) -> Page:
    outline = town.thea.opens("course_outline", args=[town.course.slug])
    page = outline.follow("Go to the assessment").says("11 marks pass")
    return page.send("Begin").says("12 questions")


def _saves_the_first_answer(town: Town, page: Page, attempt: Attempt) -> None:
    """And finds it again after a reload."""
    [question] = page.all("[data-question='1']")
    option = question.select_one("input[name='answer-1']")["value"]
    answer = town.thea.saves(question["data-save"], {"fields": {"": [option]}, "sequence": 0})
    assert (answer["fields"], answer["sequence"]) == ({"": [option]}, 1)

    again = town.thea.opens(page.path)
    assert again.all(f"input[name='answer-1'][value='{option}'][checked]")


def _answers(page: Page, attempt: Attempt, *, right: int) -> Page:
    items = attempt.items.select_related("item_version")
    answers = {
        f"answer-{item.position}": _chosen(item, right=item.position <= right) for item in items
    }
    page = page.visitor.opens(page.path)
    return page.send("Submit", **answers)


def _chosen(item, *, right: bool) -> list[str]:
    key = key_of(item.item_version.options)
    return sorted(key) if right else [one for one in item.layout if one not in key][:1]


def she_has_to_wait(town: Town) -> None:
    """The page says until when, has no button, and a body sent all the same is refused in words."""
    address = f"/learn/assessments/{town.course.assessment.public_id}/"
    town.clock.wait(hours=20)
    page = town.thea.opens(address).says("Attempt 2 opens", "48 hours in between")
    assert not page.offers("Begin")
    town.thea.posts(f"{address}start/", {}).says("Attempt 2 opens")
    assert Attempt.objects.filter(learner=town.thea.user).count() == 1


def she_passes_on_another_form(town: Town, missed: Attempt) -> None:
    town.clock.wait(hours=30)
    page = _begins(town)
    attempt = Attempt.objects.exclude(pk=missed.pk).get(learner=town.thea.user)
    assert not _drawn(attempt) & _drawn(missed)
    page = _answers(page, attempt, right=11)
    page.send("Submit now").says("Passed")
    town.thea.opens("course_outline", args=[town.course.slug]).says("Course completed")


def _drawn(attempt: Attempt) -> set[int]:
    return set(attempt.items.values_list("item_version__item", flat=True))


def she_signs_the_code_of_ethics(town: Town) -> None:
    page = town.thea.opens("policy", args=["code-of-ethics"])
    page.send("Sign this version", typed_name=NAME).says("You signed this version")
