"""What was agreed, a PK (murni and each perubahan) or the SK IKU, at the place of a party.

It is signed as it was agreed: its records are closed since then, and its agreement is opened again only with a reason.
Of what is signed the agreement stays when it is opened, with its archive; what is agreed anew is the next version.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from kecamatan.ground.errors import InputError
from kecamatan.ground.trail import trail_add
from kecamatan.models import Kecamatan, MasaJabatan, Pengguna
from kecamatan.permissions import Hak, ensure_right
from reports.models import Arsip, BerkasLaporan, TandaTangan
from reports.models.arsip import TWO_PARTIES
from reports.official.pk import missing_in_pk
from reports.official.sk_iku import missing_in_decree
from reports.prose.language import chain
from reports.publish.assemble import NoDokumen, build_dokumen, build_draft
from reports.publish.naskah import Naskah
from reports.signing.freeze import NoLongerReadable, frozen_of, thaw
from reports.signing.signable import Signer, signer_of
from sakip.entry.agreed import DOCUMENTS, SIGNED, SIGNED_KINDS
from sakip.entry.lock import hold_records
from sakip.models import KeputusanIKU, Penetapan, PerjanjianKinerja
from sakip.records.iku.of_year import iku_of_year
from sakip.snapshot.types import Snapshot

Jenis = BerkasLaporan.Jenis
Document = PerjanjianKinerja | KeputusanIKU

#: The models of their heads.
SIGNED_MODELS: Final = tuple(model for model, jenis in DOCUMENTS.items() if jenis in SIGNED_KINDS)


class AgreementOpened(InputError):
    """The document is not agreed, or not any more."""

    def __init__(self, document: Document) -> None:
        super().__init__(
            f"{document} tidak sedang ditetapkan. Tetapkan dahulu: yang ditetapkan itulah yang ditandatangani."
        )


class SignedAlready(InputError):
    """The party has signed it."""

    def __init__(self, document: Document) -> None:
        super().__init__(f"{document} sudah ditandatangani. Muat ulang halaman.")


def kind_of(document: Document) -> Jenis:
    """As which kind of document it is printed."""
    if isinstance(document, KeputusanIKU):
        return Jenis.SK_IKU
    return Jenis.PK_PERUBAHAN if document.versi else Jenis.PK_MURNI


def named(document: Document) -> dict[str, Any]:
    """The columns that an archive names the document by, whichever version of it."""
    return {
        "jenis": kind_of(document),
        "kecamatan": document.kecamatan,
        "tahun": document.tahun,
        "perubahan": getattr(document, "versi", 0),
    }


def document_of(kind: str, kecamatan: Kecamatan, tahun: int) -> Document | None:
    """The head of the document of that kind which is shown in a year, None where there is none (1 query)."""
    if kind == Jenis.SK_IKU:
        return iku_of_year(kecamatan, tahun).first()
    pk = PerjanjianKinerja.objects.for_kecamatan(kecamatan).filter(tahun=tahun, dikutip=False)
    if kind == Jenis.PK_MURNI:
        return pk.filter(versi=0).first()
    return pk.filter(versi__gt=0).order_by("versi").last() if kind == Jenis.PK_PERUBAHAN else None


def agreement_of(document: Document) -> Penetapan | None:
    """That the document is agreed now; None for a draft (1 query)."""
    rows = Penetapan.objects.filter(jenis=DOCUMENTS[type(document)], dokumen=document.pk, dibuka_pada=None)
    return rows.select_related("kecamatan").first()


@dataclass(frozen=True, slots=True)
class SignableAgreement:
    """An agreed document, at the place of its first party."""

    document: Document
    penetapan: Penetapan

    continues = None
    right = own = Hak.SAHKAN

    @property
    def kecamatan(self) -> Kecamatan:
        """Whose document it is."""
        return self.document.kecamatan

    @property
    def columns(self) -> dict[str, Any]:
        """The columns that name the version: the next after those of the same document that were signed."""
        columns = named(self.document)
        before = Arsip.objects.filter(**columns).exclude(penetapan=self.penetapan).order_by("versi").last()
        return columns | {"versi": before.versi + 1 if before else 1, "penetapan": self.penetapan}

    @property
    def since(self) -> datetime | None:
        """When it was agreed."""
        return self.penetapan.pada

    def ensure_may_sign(self, by: Pengguna) -> None:
        """The camat, what is agreed and not signed."""
        ensure_right(by, self.right, self.kecamatan)
        present = agreement_of(self.document)
        if present is None or present.pk != self.penetapan.pk:
            raise AgreementOpened(self.document)
        if present.ditandatangani_pada:
            raise SignedAlready(self.document)

    def naskah(self) -> Naskah:
        """The document of its own year as it was agreed: no perubahan that came later, nothing that only a report
        prints."""
        draft = build_draft(kecamatan=self.kecamatan, tahun=self.document.tahun)
        kind, snapshot = kind_of(self.document), draft.snapshot
        if isinstance(self.document, PerjanjianKinerja):
            until = self.document.versi
            snapshot = replace(snapshot, pk=tuple(one for one in snapshot.pk if one.versi <= until))
        naskah = replace(
            draft,
            snapshot=snapshot,
            results=None,
            narasi=(),
            foto=(),
            unread_rows=(),
            tindak_lanjut_reviu=None,
        )
        if missing := self._missing(snapshot):
            raise InputError(
                f"{self.document} belum dapat ditandatangani: {chain(missing)} belum diisi. Buka penetapannya,"
                " lengkapi, lalu tetapkan lagi."
            )
        try:
            build_dokumen(naskah, kind)  # refuse here, in words, rather than in the worker
        except NoDokumen as error:
            raise InputError(str(error)) from error
        return naskah

    def signer(self, snapshot: Snapshot) -> Signer:
        """Pihak Pertama of the PK, who decides the IKU."""
        if isinstance(self.document, KeputusanIKU):
            printed = snapshot.iku.penandatangan if snapshot.iku else None
        else:
            printed = snapshot.pk[-1].pihak_pertama
        assert printed  # noqa: S101  # else it is missing
        camat = MasaJabatan.objects.filter(kecamatan=self.kecamatan, jabatan=MasaJabatan.Jabatan.CAMAT)
        return signer_of(printed, camat)

    def mark_signed(self, *, by: Pengguna, since: datetime, signature: TandaTangan) -> None:
        """Keep that it is signed: from then on its agreement stays, whoever opens it."""
        hold_records(kecamatan=self.kecamatan)
        self.ensure_may_sign(by)
        own = Penetapan.objects.filter(pk=self.penetapan.pk, ditandatangani_pada=None, dibuka_pada=None)
        if not own.update(ditandatangani_pada=signature.waktu):
            raise AgreementOpened(self.document)
        tell_signed(self.document, signature, by=by, before="Ditetapkan")

    def _missing(self, snapshot: Snapshot) -> list[str]:
        if isinstance(self.document, PerjanjianKinerja):
            return missing_in_pk(snapshot.pk[-1])
        return missing_in_decree(snapshot.iku) if snapshot.iku else []


@dataclass(frozen=True, slots=True)
class SignableSecondParty:
    """A PK that its first party has signed, at the place of the kepala daerah: the same document, one signature more.

    He signs with his own account, or outside, and who may do so hands in his file: that the certificate is his is then
    what the name in it says.
    """

    document: PerjanjianKinerja
    continues: Arsip

    right = Hak.PIHAK_KEDUA
    own = Hak.SAHKAN_KEDUA

    @property
    def kecamatan(self) -> Kecamatan:
        """Whose document it is."""
        return self.document.kecamatan

    @property
    def columns(self) -> dict[str, Any]:
        """Those of the archive that it continues."""
        names = ("jenis", "kecamatan", "tahun", "perubahan", "versi", "penetapan")
        return {name: getattr(self.continues, name) for name in names} | {"pihak": 2}

    @property
    def since(self) -> datetime | None:
        """When it was agreed."""
        return self.continues.penetapan.pada if self.continues.penetapan else None

    def ensure_may_sign(self, by: Pengguna) -> None:
        """He himself or who hands it in, while the agreement that the first party signed holds."""
        ensure_right(by, self.right, self.kecamatan)
        present = agreement_of(self.document)
        if present is None or present.pk != self.continues.penetapan_id:
            raise AgreementOpened(self.document)
        if Arsip.objects.filter(melanjutkan=self.continues).exists():
            raise SignedAlready(self.document)

    def naskah(self) -> Naskah:
        """What the first party signed."""
        try:
            return thaw(frozen_of(self.continues))
        except NoLongerReadable as error:
            raise InputError(
                f"{error} Tanda tangan Pihak Kedua memerlukan penetapan dan tanda tangan baru."
            ) from error

    def signer(self, snapshot: Snapshot) -> Signer:
        """Pihak Kedua as printed."""
        printed = snapshot.pk[-1].pihak_kedua
        assert printed  # noqa: S101  # else nobody could have signed
        head = MasaJabatan.objects.filter(
            kabupaten=self.kecamatan.kabupaten_id, jabatan=MasaJabatan.Jabatan.BUPATI
        )
        return signer_of(printed, head)

    def mark_signed(self, *, by: Pengguna, since: datetime, signature: TandaTangan) -> None:
        """Tell it: what is agreed and signed is closed already."""
        hold_records(kecamatan=self.kecamatan)
        self.ensure_may_sign(by)
        before = f"Ditandatangani {self.continues.tanda_tangan.jabatan}"
        tell_signed(self.document, signature, by=by, before=before)


def signable_agreement(document: Document) -> SignableAgreement | SignableSecondParty | None:
    """What of the document waits for a signature; None while it is a draft, and when all have signed."""
    penetapan = agreement_of(document)
    if penetapan is None:
        return None
    if penetapan.ditandatangani_pada is None:
        return SignableAgreement(document, penetapan)
    rows = Arsip.objects.filter(penetapan=penetapan, jenis__in=TWO_PARTIES)
    last = rows.select_related("kecamatan", "penetapan", "tanda_tangan").order_by("pihak").last()
    if last is None or last.pihak > 1 or not isinstance(document, PerjanjianKinerja):
        return None
    return SignableSecondParty(document, last)


def tell_signed(document: Document, signature: TandaTangan, *, by: Pengguna, before: str) -> None:
    """Keep in the trail who signed which document, or brought it signed by whom."""
    trail_add(
        action=SIGNED,
        subject=document,
        sebutan=str(document),
        before={"Keadaan": before},
        after={
            "Keadaan": f"Ditandatangani {signature.jabatan}",
            "Penanda tangan": signature.nama,
            "Sertifikat": signature.get_cara_display(),
        },
        pengguna=by,
        kecamatan=document.kecamatan,
        tahun=document.tahun,
    )
