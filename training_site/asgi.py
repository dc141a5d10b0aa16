"""The web server's doorway. Production settings unless the environment says otherwise."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "training_site.settings.production")
application = get_asgi_application()
