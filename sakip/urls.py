"""URLs of the whole site: the composition root, the one module of sakip that may know the rooms above it."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
