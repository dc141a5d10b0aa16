from courses.models.announcement import Announcement, AnnouncementRead
from courses.models.attendance import Attendance
from courses.models.bookmark import Bookmark
from courses.models.curriculum_source import CurriculumSource
from courses.models.enrolment import Cohort, CourseCompletion, Enrolment, Pacing
from courses.models.journal_share import JournalShare
from courses.models.lesson import LessonPage
from courses.models.live_day import (
    AlternativeReport,
    LiveAnswer,
    LiveCategory,
    LiveDay,
    LiveDayArea,
)
from courses.models.media import FileKind, MediaFile, MediaUse
from courses.models.note import Note
from courses.models.pacing import Extension, ModuleOpening
from courses.models.pages import CoursePage, ModulePage, ProgrammePage
from courses.models.progress import LessonProgress
from courses.models.reflection import ReflectionEntry
from courses.models.review import Approval, PeerTask
from courses.models.tally import CheckCounted, CheckTally
from courses.models.thread import Message, Thread
from courses.models.version import LessonVersion

__all__ = [
    "AlternativeReport",
    "Announcement",
    "AnnouncementRead",
    "Approval",
    "Attendance",
    "Bookmark",
    "CheckCounted",
    "CheckTally",
    "Cohort",
    "CourseCompletion",
    "CoursePage",
    "CurriculumSource",
    "Enrolment",
    "Extension",
    "FileKind",
    "JournalShare",
    "LessonPage",
    "LessonProgress",
    "LessonVersion",
    "LiveAnswer",
    "LiveCategory",
    "LiveDay",
    "LiveDayArea",
    "MediaFile",
    "MediaUse",
    "Message",
    "ModuleOpening",
    "ModulePage",
    "Note",
    "Pacing",
    "PeerTask",
    "ProgrammePage",
    "ReflectionEntry",
    "Thread",
]
