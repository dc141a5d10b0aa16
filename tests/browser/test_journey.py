"""The README's tour in a real browser, and what a trainee and a mentor do; axe on every page."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from certification.credentials.models import Certificate
from certification.decisions.models import Application
from courses.models import CoursePage
from tests.browser.conftest import PHONE
from tests.browser.demo_world import demo_of, sign_in_by_form

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("with_curriculum"),
]
CERTIFIERS = ("admin", "registrar", "decider", "reviewer1", "reviewer2", "reviewer3", "clinician")
GROUNDS = (
    "I followed the hours of all three cases from entry to signature and found them plausible."
)


@pytest.fixture(autouse=True)
def _as_a_demo(settings):
    settings.DEMO = True


def test_from_ready_to_a_verified_certificate(visitor, run_jobs):
    people = demo_of(*CERTIFIERS, "ready")
    ready = visitor()
    applies(ready)
    application = Application.objects.get(applicant=people["ready"])
    finds_it_complete(visitor())
    for key in ("reviewer1", "reviewer2"):
        reviews(visitor(), key)
    decides(visitor())
    run_jobs()
    certificate = Certificate.objects.get(decision__application=application)

    shows_her_name(ready)
    verifies(visitor(), certificate)
    looks_finished_elsewhere(visitor, people["ready"], certificate)


def applies(ready):
    page = sign_in_by_form(ready, "ready")
    ready.check()
    page = ready.open("/certification/path/")
    expect(page.get_by_text("Every requirement is met.")).to_be_visible()
    ready.check()
    page.get_by_role("link", name="Apply for certification").click()
    ready.check()
    page.get_by_role("button", name="Begin the application").click()
    ready.settle()
    for box in page.get_by_role("checkbox").all():
        box.check()
    ready.check()
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_text("Handed in. The registrar looks at it next.")).to_be_visible()
    ready.check()


def finds_it_complete(registrar):
    page = opens_the_case(registrar, "registrar")
    page.get_by_role("button", name="Complete", exact=True).click()
    expect(page.get_by_text("Complete. The reviewers are told.")).to_be_visible()
    registrar.check()


def reviews(reviewer, key):
    page = opens_the_case(reviewer, key)
    page.get_by_label("Grant", exact=True).check()
    page.get_by_label("Your reasons").fill(GROUNDS)
    page.get_by_role("button", name="Give this review").click()
    expect(page.get_by_text("Thank you.")).to_be_visible()
    reviewer.check()


def decides(decider):
    page = opens_the_case(decider, "decider")
    page.get_by_label("Grant", exact=True).check()
    for code in ("requirements_met", "reviewers_agree"):
        page.locator(f"input[name=reasons][value={code}]").check()
    page.get_by_label("In words").first.fill("Both reviewers recommend it; nothing was left open.")
    page.get_by_role("button", name="Decide", exact=True).click()
    signs_in_again(decider, page)
    expect(page.get_by_text("Decided. The applicant is told.")).to_be_visible()
    decider.check()
    page = decider.open("/admin/certification/figures/")
    expect(page.get_by_role("heading", name="How long each step takes")).to_be_visible()
    decider.check()


def signs_in_again(visitor, page):
    """What binds asks once more who is there; in the demo by the password."""
    visitor.check()
    page.get_by_label("Password").fill("triad-demo")
    page.get_by_role("button", name="Confirm").click()


def opens_the_case(staff, key):
    """By the menu of the admin, as the README leads."""
    sign_in_by_form(staff, key)
    page = staff.open("/admin/certification/queue/")
    staff.check()
    page.locator("main table a").first.click()
    expect(page.get_by_role("heading", name="Evidence")).to_be_visible()
    staff.check()
    return page


def shows_her_name(ready):
    page = ready.open("/certification/")
    expect(page.get_by_role("heading", name="How it came about")).to_be_visible()
    ready.check()
    page.get_by_role("link", name="Choose what others see").click()
    ready.check()
    page.locator("input[name=name_shown]").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved. It holds from this moment.")).to_be_visible()


def verifies(stranger, certificate):
    page = stranger.open("/verify/")
    stranger.check()
    page.get_by_label("Number on the certificate").fill(certificate.display_number)
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_role("heading", name="Valid", exact=True)).to_be_visible()
    expect(page.get_by_text(certificate.snapshot["holder_name"])).to_be_visible()
    stranger.check()


def looks_finished_elsewhere(visitor, holder, certificate):
    """The main pages in the dark, and as wide as a telephone."""
    own = ["/learn/", "/practice/", "/certification/path/", "/certification/apply/"]
    addresses = [*own, f"/credentials/{certificate.public_id}/", f"/verify/{certificate.number}/"]
    fits(visitor(holder, color_scheme="dark"), addresses)
    fits(visitor(holder, viewport=PHONE), addresses)


def fits_a_telephone_in_the_dark(visitor, person, *addresses):
    fits(visitor(person, viewport=PHONE, color_scheme="dark"), addresses)


def fits(browser, addresses):
    for address in addresses:
        page = browser.open(address)
        browser.check()
        width = page.viewport_size["width"]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_a_trainee_studies_and_is_examined(visitor):
    learner = demo_of("admin", "registrar", "trainee")["trainee"]
    trainee = visitor()
    sign_in_by_form(trainee, "trainee")
    trainee.check()
    course = CoursePage.objects.get(code="ethics")
    page = trainee.open(reverse("course_outline", args=[course.slug]))

    studies_what_is_left(visitor, trainee, page, learner)
    sits_the_assessment(trainee, page)


def studies_what_is_left(visitor, trainee, page, learner):
    """The sixth lesson is open; each of the three is read and marked done."""
    trainee.check()
    page.get_by_role("link", name="Go on", exact=True).click()
    for number in (6, 7, 8):
        trainee.settle()
        if page.get_by_role("link", name="Read on").count():
            trainee.check()
            page.get_by_role("link", name="Read on").click()
        trainee.check()
        if number == 6:
            keeps_a_reflection(page)
            fits_a_telephone_in_the_dark(visitor, learner, page.url)
        page.get_by_role("button", name=re.compile("^Mark done")).click()


def keeps_a_reflection(page):
    """It is kept on leaving the field, and there after a reload."""
    writing = page.get_by_label("Your reflection").first
    writing.fill("A breath first.")
    writing.blur()
    expect(page.locator(".reflection [data-status]").first).to_have_text("Kept.")
    page.reload()
    expect(writing).to_have_value("A breath first.")


def sits_the_assessment(trainee, page):
    page.get_by_role("link", name="Go to the assessment").click()
    trainee.check()
    page.get_by_role("button", name="Begin", exact=True).click()
    first = page.locator("[name=answer-1]").first
    first.check()
    expect(page.locator("[data-save-state]")).to_have_text("All answers saved")
    page.reload()
    expect(first).to_be_checked()
    for position in range(2, 13):
        page.locator(f"[name=answer-{position}]").first.check()
    trainee.check()
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_text("All 12 questions are answered and saved.")).to_be_visible()
    trainee.check()
    page.get_by_role("button", name="Submit now").click()
    expect(page.locator("h1")).to_have_text(re.compile("Passed|Not passed yet"))
    trainee.check()


def test_a_mentor_signs_a_month(visitor):
    people = demo_of("admin", "registrar", "decider", "mentor", "clinician", "intern")
    mentor = visitor()
    sign_in_by_form(mentor, "mentor")
    page = mentor.open("/supervision/")
    mentor.check()

    page.get_by_role("link", name="Open the sheet").first.click()
    mentor.check()
    sheet = page.url
    page.get_by_label("Your name, typed, is your signature").fill("Miriam Katz")
    page.get_by_role("button", name="Sign what is ticked").click()
    signs_in_again(mentor, page)

    expect(page.get_by_text("Receipt of a signature")).to_be_visible()
    mentor.check()
    fits_a_telephone_in_the_dark(visitor, people["mentor"], "/supervision/", sheet, page.url)
