"""Names that stand on certificates are taken out too, present and former ones."""

import pytest

from certification.complaints.masking import reader_of, reader_of_minutes
from tests.factories import decisions as world
from tests.factories.accounts import a_person
from tests.factories.complaints import a_complaint
from training_site.accounts.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


def of_another_account_name(printed: str):
    """Somebody who practises by another name than that of the account."""
    holder = a_person(Role.CERTIFICANT, name=printed)
    certificate = world.a_quick_certificate(holder)
    holder.name = "Rosalind Delgado"
    holder.save()
    assert certificate.frozen.holder_name == printed
    return holder


def test_people_from_outside_read_no_name_that_is_printed():
    complaint = a_complaint(of_another_account_name("Vesper Halloway"))
    read = reader_of(complaint, outside=True)

    assert (
        read("Vesper Halloway moved it; Rosalind agreed.") == "Person A moved it; Person A agreed."
    )
    assert reader_of(complaint, outside=False)("Vesper moved it.") == "Vesper moved it."


def test_minutes_name_nobody_who_complained_by_what_is_printed():
    colleague = of_another_account_name("Vesper Halloway")
    complaint = a_complaint(complainant=colleague)

    assert reader_of_minutes(complaint, outside=False)("Halloway wrote.") == "Person B wrote."
