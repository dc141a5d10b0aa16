"""The web server's doorway. Production settings unless the environment says otherwise."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "training_site.settings.production")
application = get_wsgi_application()

from training_site.demo.mark import stop_on_the_wrong_database  # noqa: E402  (needs the apps)

stop_on_the_wrong_database()
