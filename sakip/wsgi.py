"""WSGI entry point: `gunicorn sakip.wsgi`."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from sakip.web.frame_room import roomy
from sakip.web.garbage import collect_between_requests
from sakip.web.whole_body import whole_body

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.settings")

application = roomy(whole_body(get_wsgi_application()))

# Every page is loaded before the first request, and what was loaded stays for good: looking through all of it for what
# nobody needs would take 0,2 seconds of whichever request it falls into.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()
collect_between_requests()
