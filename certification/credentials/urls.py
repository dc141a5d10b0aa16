"""Certificates of their holders, and what the issuer publishes for others' software."""

from django.urls import path

from certification.credentials.views import holder, home, issuer, number, sharing

urlpatterns = [
    path("certification/", home.home, name="certification"),
    path("credentials/status/<int:number>", issuer.status_list, name="status_list"),
    path("credentials/status/export", issuer.status_export, name="status_export"),
    path("credentials/<uuid:public_id>/", holder.certificate, name="certificate"),
    path("credentials/<uuid:public_id>.<slug:kind>", holder.document, name="certificate_file"),
    path("credentials/<uuid:public_id>/share/", sharing.share, name="share_certificate"),
    path("credentials/<uuid:public_id>/number/", number.change_number, name="change_number"),
    path(
        "credentials/<uuid:public_id>/share/revoke/",
        sharing.revoke_all_shares,
        name="revoke_all_shares",
    ),
    path(
        "credentials/<uuid:public_id>/share/<uuid:link_id>/revoke/",
        sharing.revoke_share,
        name="revoke_share",
    ),
    path(".well-known/did.json", issuer.did, name="did"),
    path("keys/<slug:kid>", issuer.key, name="issuer_key"),
]
