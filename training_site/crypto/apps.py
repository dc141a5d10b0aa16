from django.apps import AppConfig


class CryptoConfig(AppConfig):
    name = "training_site.crypto"
    label = "crypto"

    def ready(self):
        from training_site.crypto import checks  # noqa: F401
