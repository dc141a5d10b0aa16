from courses.models.curriculum_source import CurriculumSource
from courses.models.enrolment import Cohort, CourseCompletion, Enrolment
from courses.models.lesson import LessonPage
from courses.models.pages import CoursePage, ModulePage, ProgrammePage
from courses.models.progress import LessonProgress
from courses.models.reflection import ReflectionEntry
from courses.models.version import LessonVersion

__all__ = [
    "Cohort",
    "CourseCompletion",
    "CoursePage",
    "CurriculumSource",
    "Enrolment",
    "LessonPage",
    "LessonProgress",
    "LessonVersion",
    "ModulePage",
    "ProgrammePage",
    "ReflectionEntry",
]
