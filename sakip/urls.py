"""URLs of the whole site: the composition root, the one module of sakip that may know the rooms above it."""

from django.urls import URLPattern, URLResolver, include, path

from sakip.web import job_pages
from sakip.web.error_pages import bad_request, server_error
from sakip.web.health import healthy

urlpatterns: list[URLPattern | URLResolver] = [
    path("sehat/", healthy, name="sehat"),
    path("pekerjaan/", job_pages.listing, name="pekerjaan"),
    path("pekerjaan/<slug:kode>/<int:pk>/ulangi/", job_pages.repeat, name="pekerjaan-ulangi"),
    path("", include("kecamatan.urls")),
    path("", include("sakip.backup.urls")),
    path("", include("sakip.entry.urls")),
    path("", include("sakip.lists.urls")),
    path("", include("reports.urls")),
]

# Django's own would answer the first as a bare line of English, and the second also where the database is merely busy.
handler400 = bad_request
handler500 = server_error
