"""Signing in and out. Django's own views, with our form, templates and words."""

from __future__ import annotations

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from kecamatan.forms.masuk import FormMasuk

urlpatterns = [
    path(
        "masuk/",
        LoginView.as_view(
            authentication_form=FormMasuk,
            template_name="kecamatan/masuk.html",
            redirect_authenticated_user=True,
        ),
        name="masuk",
    ),
    path("keluar/", LogoutView.as_view(), name="keluar"),
]
