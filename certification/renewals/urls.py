"""The certificant's and the peer's pages; staff screens are in the admin."""

from django.urls import path

from certification.renewals.views import education, peers, renewal, terms

urlpatterns = [
    path("certification/education/", education.log, name="education"),
    path("certification/education/<uuid:public_id>/", education.change, name="change_education"),
    path(
        "certification/education/<uuid:public_id>/take-back/",
        education.take_back,
        name="take_back_education",
    ),
    path("certification/renewal/", renewal.renewal, name="renewal"),
    path("certification/renewal/peers/", peers.ask, name="ask_peer"),
    path("certification/renewals/<uuid:public_id>/", renewal.letter, name="renewal_letter"),
    path(
        "certification/renewals/<uuid:public_id>/take-back/",
        renewal.take_back,
        name="take_back_renewal",
    ),
    path("certification/peer-reviews/", peers.asked_of_me, name="peer_reviews"),
    path("certification/peer-reviews/<uuid:public_id>/", peers.review, name="peer_review"),
    path("certification/terms/", terms.terms, name="certification_terms"),
]
