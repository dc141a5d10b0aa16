"""Verifying a certificate, the list of those who chose to be in it, and that choice."""

from django.urls import path

from certification.registry.views import (
    card,
    files,
    letters,
    listing,
    registry,
    suppression,
    verify,
)

urlpatterns = [
    path("verify/", verify.verify, name="verify"),
    path("verify/file/", files.check_file, name="verify_file"),
    path("verify/schema.json", verify.published_schema, name="verify_schema"),
    path("verify/<str:number>.json", verify.number_json, name="verify_json"),
    path("verify/<str:number>/", verify.number, name="verify_number"),
    path("registry/", registry.registry, name="registry"),
    path("registry/<uuid:letterbox>/", registry.write, name="write_letter"),
    path("credentials/<uuid:public_id>/card.png", card.card, name="certificate_card"),
    path("certification/listing/<uuid:public_id>/", listing.choose, name="choose_listing"),
    path("certification/out-of-sight/", suppression.suppression, name="suppression"),
    path("certification/letters/", letters.letters, name="letters"),
    path("certification/letters/<uuid:public_id>/", letters.letter, name="letter"),
]
