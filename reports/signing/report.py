"""The LKIP at the place of the camat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kecamatan.ground.errors import InputError
from kecamatan.models import Kecamatan, MasaJabatan, Pengguna
from reports.models import BerkasLaporan, Laporan, TandaTangan
from reports.publish.assemble import LKIP, NoDokumen, build_dokumen, build_draft
from reports.publish.naskah import Naskah
from reports.signing.signable import Signer, signer_of
from reports.signing.signer import why_not_in_office
from reports.workflow.acts import ensure_may_sign, mark_signed
from reports.workflow.table import STEPS, StepCode
from sakip.snapshot.types import Snapshot


@dataclass(frozen=True, slots=True)
class SignableReport:
    """A submitted report."""

    laporan: Laporan

    continues = None
    right = own = STEPS[StepCode.TANDATANGANI].right

    @property
    def kecamatan(self) -> Kecamatan:
        """Whose report it is."""
        return self.laporan.kecamatan

    @property
    def columns(self) -> dict[str, Any]:
        """The columns that name the version."""
        laporan = self.laporan
        return {
            "jenis": BerkasLaporan.Jenis.LKIP,
            "kecamatan": laporan.kecamatan,
            "tahun": laporan.tahun,
            "versi": laporan.versi,
            "laporan": laporan,
        }

    @property
    def since(self) -> datetime | None:
        """When it was submitted."""
        return self.laporan.diajukan_pada

    def ensure_may_sign(self, by: Pengguna) -> None:
        """As the table of the workflow says."""
        self.laporan.refresh_from_db()
        ensure_may_sign(self.laporan, by=by)

    def naskah(self) -> Naskah:
        """As the records are: nobody changes them while it is submitted."""
        naskah = build_draft(kecamatan=self.kecamatan, tahun=self.laporan.tahun)
        try:
            build_dokumen(naskah, LKIP)  # refuse here, in words, rather than in the worker
        except NoDokumen as error:
            raise InputError(str(error)) from error
        return naskah

    def signer(self, snapshot: Snapshot) -> Signer:
        """The camat of the day of the report."""
        if snapshot.camat is None:
            raise InputError(
                "Camat yang menandatangani belum tercatat pada tanggal LKIP ini. Kembalikan, lalu minta operator"
                " melengkapi halaman Pejabat."
            )
        camat = MasaJabatan.objects.filter(kecamatan=self.kecamatan, jabatan=MasaJabatan.Jabatan.CAMAT)
        return signer_of(snapshot.camat, camat)

    def mark_signed(self, *, by: Pengguna, since: datetime, signature: TandaTangan) -> None:
        """Take the step of the workflow, unless it was submitted anew meanwhile."""
        if mark_signed(self.laporan, by=by, at=signature.waktu).diajukan_pada != since:
            raise InputError(
                "LKIP ini dikembalikan dan diajukan lagi sementara Anda menandatangani. Tidak ada yang ditandatangani;"
                " siapkan dan baca naskah akhirnya sekali lagi."
            )


def printed_signer(laporan: Laporan, snapshot: Snapshot) -> tuple[str, str]:
    """Who is printed as signing the report of these records, and why he could not sign it today; both empty where
    nobody is, which the review says."""
    try:
        signer = SignableReport(laporan).signer(snapshot)
    except InputError:
        return "", ""
    return f"{signer.nama}, {signer.jabatan}", why_not_in_office(signer.term)
