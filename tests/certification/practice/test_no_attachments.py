"""Nothing is ever attached to practice: the only file that is read, and not kept, is a table of hours."""

import importlib
import pkgutil
from pathlib import Path

from django import forms
from django.apps import apps
from django.conf import settings
from django.db import models

import certification.practice
from certification.practice.import_form import ImportForm


def _forms():
    for module in pkgutil.walk_packages(certification.practice.__path__, "certification.practice."):
        importlib.import_module(module.name)
    found = list(forms.BaseForm.__subclasses__())
    for form in found:
        found += form.__subclasses__()
    return [form for form in found if form.__module__.startswith("certification.practice")]


def test_no_form_of_practice_takes_a_file_but_the_table_of_hours():
    taking = {
        form
        for form in _forms()
        if any(isinstance(field, forms.FileField) for field in form.base_fields.values())
    }

    assert taking == {ImportForm}


def test_no_record_of_practice_holds_a_file():
    ours = apps.get_app_config("certification").get_models()
    practice = [one for one in ours if one.__module__.startswith("certification.practice")]

    assert practice
    assert not [
        field
        for model in practice
        for field in model._meta.get_fields()
        if isinstance(field, models.FileField | models.BinaryField)
    ]


def test_no_page_of_practice_sends_files_but_that_one():
    pages = Path(settings.BASE_DIR, "templates/certification").rglob("*.html")
    sending = [page.name for page in pages if "multipart" in page.read_text()]

    assert "import_hours.html" in sending
    assert not [name for name in sending if "practice" in name and name != "import_hours.html"]
