"""The way in and out, one's own account, and the people of an office."""

from __future__ import annotations

from django.contrib.auth.views import LogoutView
from django.urls import path

from kecamatan.forms.sign_in import SignInForm
from kecamatan.views import account, guide, invitation, people, roles, system_keys
from kecamatan.views.sign_in import SignInView

urlpatterns = [
    path(
        "masuk/",
        SignInView.as_view(
            authentication_form=SignInForm,
            template_name="kecamatan/sign_in.html",
            redirect_authenticated_user=True,
            http_method_names=["get", "head", "post"],  # its base takes a PUT for a form that was sent
        ),
        name="masuk",
    ),
    path("masuk/kode/", account.sign_in_code, name="masuk-kode"),
    path("keluar/", LogoutView.as_view(), name="keluar"),
    # sakip.web.access_log knows this beginning and keeps what follows it out of the logs.
    path("undangan/<str:token>/", invitation.accept, name="undangan"),
    path("panduan/", guide.guide, name="panduan"),
    path("panduan/<slug:nama>/", guide.guide, name="panduan-halaman"),
    path("akun/", account.accounts, name="akun"),
    path("akun/aktif/", account.active, name="aktif"),
    path("akun/pemberitahuan/", account.notices, name="pemberitahuan"),
    path("akun/sandi/", account.passwords, name="sandi-ubah"),
    path("akun/langkah-kedua/", account.second_step, name="langkah-kedua"),
    path("akun/langkah-kedua/lepas/", account.second_factor_delete, name="langkah-kedua-lepas"),
    path("akun/kode-cadangan/", account.recovery_codes, name="kode-cadangan"),
    path("kunci-sistem/", system_keys.keys, name="kunci-sistem"),
    path("kunci-sistem/<int:pk>/cabut/", system_keys.withdraw, name="kunci-sistem-cabut"),
    path("pengguna/", people.listing, name="pengguna"),
    path("pengguna/baru/", people.new, name="pengguna-baru"),
    path("pengguna/<int:pk>/", people.details, name="pengguna-rinci"),
    path("pengguna/<int:pk>/ubah/", people.change, name="pengguna-ubah"),
    path("pengguna/<int:pk>/undang/", invitation.invite, name="pengguna-undang"),
    path("pengguna/<int:pk>/sandi-pertama/", invitation.first_password, name="pengguna-sandi-pertama"),
    path("pengguna/<int:pk>/nonaktifkan/", people.deactivate, name="pengguna-nonaktifkan"),
    path("pengguna/<int:pk>/aktifkan/", people.activate, name="pengguna-aktifkan"),
    path("pengguna/<int:pk>/langkah-kedua/", people.detach_second_factor, name="pengguna-langkah-kedua"),
    path("pengguna/<int:pk>/pejabat/", people.official, name="pengguna-pejabat"),
    path("pengguna/<int:pk>/pejabat/lepas/", people.official_detach, name="pengguna-pejabat-lepas"),
    path("pengguna/<int:pk>/peran/baru/", roles.role_new, name="keanggotaan-baru"),
    path("pengguna/<int:pk>/peran/<int:keanggotaan>/", roles.role_unit, name="keanggotaan-unit"),
    path("pengguna/<int:pk>/peran/<int:keanggotaan>/cabut/", roles.role_revoke, name="keanggotaan-cabut"),
]
