"""What was signed of the repeated reports: archives of the very input that a few of them have, told of all alike.

What is frozen of a year is that of one copy of each original, with the name of its own kecamatan. All share one PDF,
which says that it is none of theirs, signed with a key that was thrown away; so the chain is whole, and every file is
there and what it is said to be.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import islice
from typing import Any, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import NameOID
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from kecamatan.models import Kabupaten, Keanggotaan, MasaJabatan
from reports.models import (
    Arsip,
    BerkasLaporan,
    CapaianLaporan,
    Laporan,
    PengaturanDokumen,
    SalinanPublik,
    TandaTangan,
)
from reports.pdf.render import render_pdf
from reports.peers.median import measured_year
from reports.public.copies import Content, content_of
from reports.publish.assemble import build_draft
from reports.publish.naskah import Pengesahan
from reports.signing.chain import head, link_fingerprint
from reports.signing.freeze import Frozen, freeze, keep_pictures, make
from reports.signing.keys.holder import KeyKind
from reports.signing.keys.local import holder_of, new_key
from reports.signing.pdf import Signature, count_pages, read_signatures
from reports.simulation.repeat import Copy
from reports.workflow.table import SIGNED
from sakip.snapshot.codec import to_plain

_WORDS: Final = "Simulasi untuk mengukur skala. Tidak ditandatangani siapa pun."
_PDF: Final = (
    f"<!DOCTYPE html><html lang='id'><head><title>Simulasi</title></head><body><p>{_WORDS}</p></body></html>"
)
#: How many archives are written in one statement: their texts are long.
_BATCH: Final = 100
#: Of every so many kabupaten one shows its documents to nobody.
_CLOSED: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sample:
    """What is frozen of one copy, whose ``nama`` stands in it, and what it measured."""

    nama: str
    frozen: Frozen
    html: _File
    public: _File
    content: Content
    measured: Any


@dataclass(slots=True)
class Signing:
    """The samples by original and year, and who signs by kecamatan: his account, his term and his name."""

    pdf: _File
    pages: int
    signature: Signature
    camat: Mapping[int, int]
    terms: Mapping[int, MasaJabatan]
    samples: dict[tuple[int, int], _Sample] = field(default_factory=dict)
    docx: _File | None = None

    def sample(self, one: Copy) -> _Sample:
        """That of a copy; the first that asks is it."""
        key = (one.original.kecamatan.pk, one.tahun)
        if key not in self.samples:
            self.samples[key] = _sample(one)
        return self.samples[key]

    def word(self, sample: _Sample) -> _File:
        """The Word document of all of them: that of the first."""
        if self.docx is None:
            self.docx = _stored("arsip/docx", "docx", make(sample.frozen, "docx").content)
        return self.docx


def sign(copies: Sequence[Copy]) -> int:
    """Archive, signature and public copy of every report that is signed, in the order of their signatures, and most
    kabupaten open to everybody; how many rows."""
    by_place = {(one.kecamatan.pk, one.tahun): one for one in copies}
    reports = Laporan.objects.filter(status__in=SIGNED, kecamatan__in={one.kecamatan.pk for one in copies})
    signed = list(reports.select_related("kecamatan").order_by("ditandatangani_pada", "pk"))
    pdf = _signed_pdf()
    own = MasaJabatan.objects.filter(jabatan=MasaJabatan.Jabatan.CAMAT, kecamatan__isnull=False)
    signing = Signing(
        pdf=_stored("arsip/pdf", "pdf", pdf),
        pages=count_pages(pdf),
        signature=read_signatures(pdf)[-1],
        camat=dict(
            Keanggotaan.objects.filter(
                peran=Keanggotaan.Peran.CAMAT, pengguna__username__startswith="simulasi."
            )
            .order_by()
            .values_list("kecamatan", "pengguna")
        ),
        terms={one.kecamatan_id or 0: one for one in own.select_related("pejabat").order_by("mulai", "pk")},
    )
    rows = 0
    chain = _chain(signing, ((one, by_place[one.kecamatan_id, one.tahun]) for one in signed))
    while batch := list(islice(chain, _BATCH)):
        archives = Arsip.objects.bulk_create([arsip for arsip, _, _ in batch])
        for arsip, signature, _ in batch:
            signature.arsip = arsip
        TandaTangan.objects.bulk_create([signature for _, signature, _ in batch])
        SalinanPublik.objects.bulk_create(
            [_copy(arsip, sample) for arsip, (_, _, sample) in zip(archives, batch, strict=True)]
        )
        CapaianLaporan.objects.bulk_create(
            [CapaianLaporan(laporan=arsip.laporan, isi=sample.measured) for arsip, _, sample in batch]
        )
        rows += 4 * len(batch)
    return rows + _opened({one.kecamatan.kabupaten_id for one in copies})


def _chain(
    signing: Signing, signed: Iterable[tuple[Laporan, Copy]]
) -> Iterator[tuple[Arsip, TandaTangan, _Sample]]:
    last = head()
    number, before = (last.urut, last.sidik) if last else (0, "")
    for laporan, one in signed:
        sample, number = signing.sample(one), number + 1
        arsip, signature = _link(signing, sample, laporan, number)
        arsip.sidik_sebelum = before
        arsip.sidik = before = link_fingerprint(arsip, signature)
        yield arsip, signature, sample


def _link(signing: Signing, sample: _Sample, laporan: Laporan, number: int) -> tuple[Arsip, TandaTangan]:
    kecamatan, moment = laporan.kecamatan, laporan.ditandatangani_pada
    assert moment  # noqa: S101  # that is what signed reports have
    snapshot, naskah = (
        text.replace(sample.nama, kecamatan.nama) for text in (sample.frozen.snapshot, sample.frozen.naskah)
    )
    versions, term, docx = sample.frozen.versions, signing.terms[kecamatan.pk], signing.word(sample)
    arsip = Arsip(
        jenis=BerkasLaporan.Jenis.LKIP,
        kecamatan=kecamatan,
        tahun=laporan.tahun,
        versi=laporan.versi,
        laporan=laporan,
        snapshot=snapshot,
        snapshot_sha256=_sha256(snapshot.encode()),
        naskah=naskah,
        naskah_sha256=_sha256(naskah.encode()),
        versi_mesin=versions.mesin,
        versi_dokumen=versions.dokumen,
        versi_templat=versions.templat,
        html=sample.html.name,
        html_sha256=sample.html.sha256,
        pdf=signing.pdf.name,
        pdf_sha256=signing.pdf.sha256,
        docx=docx.name,
        docx_sha256=docx.sha256,
        urut=number,
        halaman=signing.pages,
        ukuran=signing.pdf.size,
        dibuat=moment,
    )
    signature = TandaTangan(
        pengguna_id=signing.camat[kecamatan.pk],
        masa_jabatan=term,
        waktu=moment,
        cara=KeyKind.OWN_FILE,
        nama=term.pejabat.nama,
        jabatan=term.get_jabatan_display(),
        penerbit=signing.signature.issuer,
        nomor_seri=signing.signature.serial,
        sertifikat=signing.signature.certificate,
        token=f"simulasi-{number}",
        sidik=arsip.pdf_sha256,
    )
    return arsip, signature


def _copy(arsip: Arsip, sample: _Sample) -> SalinanPublik:
    return SalinanPublik(
        arsip=arsip,
        kecamatan_id=arsip.kecamatan_id,
        tahun=arsip.tahun,
        jenis=arsip.jenis,
        versi=arsip.versi,
        kata=sample.content.kata,
        tabel=sample.content.tabel,
        html=sample.public.name,
        html_sha256=sample.public.sha256,
        pdf=arsip.pdf.name,
        pdf_sha256=arsip.pdf_sha256,
        status=SalinanPublik.Status.SELESAI,
        dibuat=arsip.dibuat,
    )


def _sample(one: Copy) -> _Sample:
    naskah = build_draft(kecamatan=one.kecamatan, tahun=one.tahun)
    stamp = Pengesahan(alamat="https://simulasi.invalid/", pernyataan=_WORDS)
    frozen = freeze(replace(naskah, konsep=False, pengesahan=stamp), BerkasLaporan.Jenis.LKIP)
    keep_pictures(frozen)
    html = make(frozen, "html").content
    content = content_of(frozen, html, BerkasLaporan.Jenis.LKIP.label)
    return _Sample(
        nama=one.kecamatan.nama,
        frozen=frozen,
        html=_stored("arsip/html", "html", html),
        public=_stored("publik/html", "html", content.html.encode()),
        content=content,
        measured=to_plain(measured_year(naskah.snapshot, naskah.results, {})),
    )


def _signed_pdf() -> bytes:
    """The PDF, signed with a key that certifies itself and is kept nowhere."""
    key, now = new_key(), timezone.now()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "SIMULASI")])
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    holder = holder_of(kind=KeyKind.OWN_FILE, key=key, certificate=certificate)
    return holder.sign(render_pdf(_PDF, title="Simulasi").content, reason=_WORDS)


def _stored(folder: str, shape: str, content: bytes) -> _File:
    mark = _sha256(content)
    name = default_storage.save(f"{folder}/{mark}.{shape}", ContentFile(content))
    return _File(name=name, sha256=mark, size=len(content))


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _opened(kabupaten: Iterable[int]) -> int:
    """Most kabupaten show what is signed to everybody."""
    there = set(PengaturanDokumen.objects.values_list("kabupaten", flat=True))
    every = Kabupaten.objects.filter(pk__in=kabupaten).order_by("kode")
    rows = [
        PengaturanDokumen(kabupaten=one, publik=bool(number % _CLOSED))
        for number, one in enumerate(every, start=1)
        if one.pk not in there
    ]
    return len(PengaturanDokumen.objects.bulk_create(rows, batch_size=500))
