"""WSGI entry point: `gunicorn sakip.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

from sakip.web.frame_room import roomy

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.settings")

application = roomy(get_wsgi_application())
