"""URLs of the whole site: the composition root, the one module of sakip that may know the rooms above it."""

from django.urls import URLPattern, URLResolver, include, path

from sakip.views.sehat import sehat

urlpatterns: list[URLPattern | URLResolver] = [
    path("sehat/", sehat, name="sehat"),
    path("", include("kecamatan.urls")),
    path("", include("sakip.alamat")),
    path("", include("reports.urls")),
]
