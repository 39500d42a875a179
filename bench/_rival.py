"""Settings and addresses of bench/entry: our site, and beside it the peer, Django's own admin over the same table.

Only the benchmark runs this. The admin is the page that every Django engineer knows: a list of rows that can be
edited in place, a form per row, a log entry per change.
"""

from __future__ import annotations

from sakip.settings import *  # noqa: F403
from sakip.settings import INSTALLED_APPS as _APPS

INSTALLED_APPS = ["django.contrib.admin", *_APPS]
ROOT_URLCONF = "bench._rival_urls"
