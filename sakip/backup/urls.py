"""Address of the page of backups."""

from __future__ import annotations

from django.urls import path

from sakip.backup.pages import backups

urlpatterns = [path("cadangan/", backups, name="cadangan")]
