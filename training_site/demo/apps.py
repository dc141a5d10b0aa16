from django.apps import AppConfig
from django.core import checks
from django.db.backends.signals import connection_created


class DemoConfig(AppConfig):
    name = "training_site.demo"
    verbose_name = "Demo"

    def ready(self):
        from training_site.demo.mark import check_database, refuse_the_wrong_database

        checks.register(check_database)
        connection_created.connect(refuse_the_wrong_database, dispatch_uid="demo.mark")
