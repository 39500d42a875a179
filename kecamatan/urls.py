"""The way in and out, one's own account, and the people of an office."""

from __future__ import annotations

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from kecamatan.forms.sign_in import SignInForm
from kecamatan.views import account as account
from kecamatan.views import guide as panduan
from kecamatan.views import invitation as undangan
from kecamatan.views import people as pengguna

urlpatterns = [
    path(
        "masuk/",
        LoginView.as_view(
            authentication_form=SignInForm,
            template_name="kecamatan/sign_in.html",
            redirect_authenticated_user=True,
        ),
        name="masuk",
    ),
    path("masuk/kode/", account.sign_in_code, name="masuk-kode"),
    path("keluar/", LogoutView.as_view(), name="keluar"),
    # sakip.web.access_log knows this beginning and keeps what follows it out of the logs.
    path("undangan/<str:token>/", undangan.undangan, name="undangan"),
    path("panduan/", panduan.panduan, name="panduan"),
    path("panduan/<slug:nama>/", panduan.panduan, name="panduan-halaman"),
    path("akun/", account.accounts, name="akun"),
    path("akun/sandi/", account.passwords, name="sandi-ubah"),
    path("akun/langkah-kedua/", account.langkah_kedua, name="langkah-kedua"),
    path("akun/langkah-kedua/lepas/", account.second_factor_delete, name="langkah-kedua-lepas"),
    path("akun/kode-cadangan/", account.recovery_codes, name="kode-cadangan"),
    path("pengguna/", pengguna.listing, name="pengguna"),
    path("pengguna/baru/", pengguna.new, name="pengguna-baru"),
    path("pengguna/<int:pk>/", pengguna.rinci, name="pengguna-rinci"),
    path("pengguna/<int:pk>/ubah/", pengguna.change, name="pengguna-ubah"),
    path("pengguna/<int:pk>/undang/", undangan.invite, name="pengguna-undang"),
    path("pengguna/<int:pk>/sandi-pertama/", undangan.sandi_pertama, name="pengguna-sandi-pertama"),
    path("pengguna/<int:pk>/nonaktifkan/", pengguna.deactivate, name="pengguna-nonaktifkan"),
    path("pengguna/<int:pk>/aktifkan/", pengguna.activate, name="pengguna-aktifkan"),
    path("pengguna/<int:pk>/langkah-kedua/", pengguna.detach_second_factor, name="pengguna-langkah-kedua"),
    path("pengguna/<int:pk>/peran/baru/", pengguna.peran_baru, name="keanggotaan-baru"),
    path("pengguna/<int:pk>/peran/<int:keanggotaan>/", pengguna.peran_unit, name="keanggotaan-unit"),
    path("pengguna/<int:pk>/peran/<int:keanggotaan>/cabut/", pengguna.role_revoke, name="keanggotaan-cabut"),
]
