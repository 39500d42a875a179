"""The site with the admin beside it."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path

from sakip.models import Realisasi


@admin.register(Realisasi)
class AdminRealisasi(admin.ModelAdmin):
    """The table of realisasi as the admin would show it: every value can be typed into the list."""

    list_display = ("indikator", "tahun", "triwulan", "angka")
    list_editable = ("angka",)
    list_select_related = ("indikator",)
    list_per_page = 300
    raw_id_fields = ("indikator",)


urlpatterns = [path("lawan/", admin.site.urls), path("", include("sakip.urls"))]
