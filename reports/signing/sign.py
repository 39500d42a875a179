"""How a report is signed: one job in steps, each of which can be taken up again where the one before ended.

1. *Asked for*: the input is frozen, with token and words of the signature that will stand in it.
2. *Made*: the worker makes HTML, PDF and Word of it. The camat reads these very files.
3. *Signed*: the camat's key signs the PDF, and the answer is stored.
4. *Archived*: archive, signature, state and trail are written in one transaction. Only this makes the report signed;
   whatever ends a step before leaves it unsigned, and what was signed already is not signed again.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from kecamatan.accounts.foreign_hand import why_closed
from kecamatan.ground.errors import BrokenReference, InputError
from kecamatan.models import Kecamatan, MasaJabatan, Pengguna
from reports.models import Arsip, Laporan, Penandatanganan, PengaturanDokumen, TandaTangan
from reports.publish.assemble import LKIP, FileMissing, NoDokumen, build_dokumen, build_draft
from reports.publish.files import UNPRINTABLE
from reports.publish.naskah import Naskah, Pengesahan
from reports.signing.accept import Accepted, Refused, accept
from reports.signing.chain import append
from reports.signing.freeze import Frozen, NoLongerReadable, Versions, freeze, keep_pictures, make
from reports.signing.keys.holder import WORDING, KeyHolder, KeyKind
from reports.signing.keys.installation import installation_trust
from reports.workflow.acts import ensure_may_sign, mark_signed
from sakip.snapshot.types import Pejabat
from sakip.web.storage_trouble import storage_trouble
from sakip.web.task_queue import WORK_LIMIT, Work, is_queued, when_stopped
from sakip.web.tasks import task

log = logging.getLogger(__name__)

Status = Penandatanganan.Status

WORK: Final = Work(waiting=(Status.ANTRE,), working=(Status.DIPROSES,), since="dibuat")

#: How long one who signs keeps others from it; whoever asks a service outside for a signature waits less long.
HELD: Final = timedelta(minutes=3)

_DISTURBANCE: Final = "Naskah akhir tidak dapat disiapkan karena gangguan pada sistem. Hubungi admin."


class BeingSigned(InputError):
    """Somebody, perhaps the same person with another click, is signing it at this moment."""

    def __init__(self) -> None:
        super().__init__("Laporan ini sedang ditandatangani. Tunggu sebentar, lalu muat ulang halaman ini.")


# -- 1. asked for -----------------------------------------------------------------------------------


def chosen_kind(kecamatan: Kecamatan) -> KeyKind:
    """The kind of key that the kabupaten has chosen."""
    row = PengaturanDokumen.objects.filter(kabupaten=kecamatan.kabupaten_id).first()
    return KeyKind(row.cara_tanda_tangan) if row else KeyKind.INSTALLATION


def preparation_of(laporan: Laporan) -> Penandatanganan | None:
    """The prepared report, None where there is none of what was submitted last."""
    if laporan.diajukan_pada is None:
        return None
    return Penandatanganan.objects.filter(laporan=laporan, diajukan_pada=laporan.diajukan_pada).first()


def preparation_request(*, laporan: Laporan, by: Pengguna, address: Callable[[str], str]) -> Penandatanganan:
    """Freeze a submitted report and have its files made; ``address`` gives the public address of a token.

    What waits or is ready already is returned as it is. Raises what :func:`ensure_may_sign` does, and InputError.
    """
    with transaction.atomic():
        ensure_may_sign(laporan, by=by)
        ensure_own_hand(by)
        laporan.refresh_from_db()
        present = preparation_of(laporan)
        if present is not None and _is_alive(present, timezone.now()):
            return present
        Penandatanganan.objects.filter(laporan=laporan).delete()
        row = _frozen_row(laporan, address)
        row.save(force_insert=True)
        transaction.on_commit(lambda: siapkan_naskah_akhir.enqueue(pk=row.pk))
    return row


def ensure_own_hand(by: Pengguna) -> None:
    """Raise InputError while somebody else may be at the account of who is to sign."""
    if closed := why_closed(by):
        raise InputError(closed)


def _is_alive(row: Penandatanganan, now: datetime) -> bool:
    """Whether there is nothing to ask for again; what is signed already is only to be archived."""
    if row.bertanda or row.status == Status.SIAP:
        return row.cara == chosen_kind(row.laporan.kecamatan) or bool(row.bertanda)
    return row.status != Status.GAGAL and not WORK.is_left_behind(row, now)


def _frozen_row(laporan: Laporan, address: Callable[[str], str]) -> Penandatanganan:
    kind, token = chosen_kind(laporan.kecamatan), secrets.token_urlsafe(32)
    naskah = build_draft(kecamatan=laporan.kecamatan, tahun=laporan.tahun)
    camat = _signer_of(naskah)
    term = _term_of(camat, laporan)
    words = f"{WORDING[kind]} Keasliannya diperiksa pada alamat dalam kode QR."
    frozen = freeze(
        replace(naskah, konsep=False, pengesahan=Pengesahan(alamat=address(token), pernyataan=words)), LKIP
    )
    try:
        build_dokumen(naskah, LKIP)  # refuse here, in words, rather than in the worker
    except NoDokumen as error:
        raise InputError(str(error)) from error
    assert laporan.diajukan_pada  # noqa: S101  # nothing else may be signed
    return Penandatanganan(
        laporan=laporan,
        cara=kind,
        token=token,
        masa_jabatan=term,
        nama=camat.nama,
        jabatan=camat.jabatan,
        diajukan_pada=laporan.diajukan_pada,
        snapshot=frozen.snapshot,
        naskah=frozen.naskah,
        versi_mesin=frozen.versions.mesin,
        versi_dokumen=frozen.versions.dokumen,
        versi_templat=frozen.versions.templat,
    )


def _signer_of(naskah: Naskah) -> Pejabat:
    """Who is printed as signing."""
    if naskah.snapshot.camat is None:
        raise InputError(
            "Camat yang menandatangani belum tercatat pada tanggal LKIP ini. Kembalikan, lalu minta operator"
            " melengkapi halaman Pejabat."
        )
    return naskah.snapshot.camat


def _term_of(camat: Pejabat, laporan: Laporan) -> MasaJabatan:
    """The term of office in which that person signs."""
    terms = MasaJabatan.objects.filter(kecamatan=laporan.kecamatan, jabatan=MasaJabatan.Jabatan.CAMAT)
    held = terms.filter(pejabat__nip=camat.nip) if camat.nip else terms.filter(pejabat__nama=camat.nama)
    term = held.order_by("mulai", "pk").last()
    if term is None:
        raise InputError(
            f"{camat.nama} tidak tercatat sebagai camat di sini. Minta operator melengkapi halaman Pejabat."
        )
    return term


# -- 2. made ----------------------------------------------------------------------------------------


def prepare(*, pk: int) -> None:
    """Make the files of a frozen report (called in the worker). Safe to run twice."""
    start = timezone.now()
    if not Penandatanganan.objects.filter(pk=pk, status=Status.ANTRE).update(
        status=Status.DIPROSES, mulai=start
    ):
        return
    own = Penandatanganan.objects.filter(pk=pk, status=Status.DIPROSES, mulai=start)
    row = Penandatanganan.objects.get(pk=pk)
    frozen = frozen_of(row)
    try:
        keep_pictures(frozen)
        made = {shape: make(frozen, shape) for shape in ("html", "pdf", "docx")}
        for shape, result in made.items():
            getattr(row, shape).save(f"{row.token}.{shape}", ContentFile(result.content), save=False)
        own.update(
            status=Status.SIAP,
            html=row.html.name,
            pdf=row.pdf.name,
            docx=row.docx.name,
            halaman=made["pdf"].page,
        )
    except (*UNPRINTABLE, NoDokumen, NoLongerReadable, FileMissing, BrokenReference) as error:
        own.update(status=Status.GAGAL, pesan=str(error))
    except MemoryError:
        raise  # the worker says it
    except Exception as error:
        log.exception("naskah akhir %s gagal disiapkan", pk)
        own.update(status=Status.GAGAL, pesan=storage_trouble(error) or _DISTURBANCE)
        raise


def frozen_of(row: Penandatanganan | Arsip) -> Frozen:
    """The frozen input that a row holds."""
    versions = Versions(mesin=row.versi_mesin, dokumen=row.versi_dokumen, templat=row.versi_templat)
    return Frozen(kind=LKIP, snapshot=row.snapshot, naskah=row.naskah, versions=versions)


@task()
def siapkan_naskah_akhir(pk: int) -> None:
    """Make the files of a Penandatanganan."""
    prepare(pk=pk)


@when_stopped(siapkan_naskah_akhir)
def _preparation_stopped(*, pk: int, reason: str) -> None:
    rows = Penandatanganan.objects.filter(pk=pk, status__in=(Status.ANTRE, Status.DIPROSES))
    if reason:
        rows.update(status=Status.GAGAL, pesan=f"Penyiapan naskah akhir {reason}. Minta sekali lagi.")
    else:
        rows.update(status=Status.ANTRE, mulai=None)


def preparations_sweep(*, now: datetime | None = None, batas: timedelta = WORK_LIMIT) -> int:
    """Queue again what a dead worker left behind; returns how many."""
    moment, count = now or timezone.now(), 0
    for pk, status in Penandatanganan.objects.filter(WORK.left_behind(moment, batas)).values_list(
        "pk", "status"
    ):
        if not WORK.is_lost(status, queued=is_queued(siapkan_naskah_akhir, pk=pk)):
            continue
        with transaction.atomic():
            rows = Penandatanganan.objects.filter(WORK.left_behind(moment, batas), pk=pk)
            if rows.update(status=Status.ANTRE, mulai=None, dibuat=moment):
                transaction.on_commit(lambda pk=pk: siapkan_naskah_akhir.enqueue(pk=pk))  # type: ignore[misc]
                count += 1
    return count


# -- 3. signed, 4. archived -------------------------------------------------------------------------


def sign(*, laporan: Laporan, by: Pengguna, holder: KeyHolder) -> Arsip:
    """Sign a prepared report and archive it; returns its archive, also where the signature was only to be archived.

    Raises :class:`BeingSigned`, what :func:`reports.workflow.acts.mark_signed` raises, and InputError of the key.
    """
    laporan.refresh_from_db()
    ensure_may_sign(laporan, by=by)
    ensure_own_hand(by)
    row = _hold(laporan)
    try:
        accepted = _stored_answer(row) or _answer(row, holder)
        return _archive(row, accepted, by)
    finally:
        _release(row)


def _hold(laporan: Laporan) -> Penandatanganan:
    """Keep everybody else from signing it meanwhile."""
    row = preparation_of(laporan)
    if row is None or row.status != Status.SIAP:
        raise InputError("Naskah akhir belum siap. Siapkan dahulu, baca, lalu tanda tangani.")
    now = timezone.now()
    free = Penandatanganan.objects.filter(Q(dipegang=None) | Q(dipegang__lte=now - HELD), pk=row.pk)
    if not free.update(dipegang=now):
        raise BeingSigned
    row.dipegang = now
    return row


def _release(row: Penandatanganan) -> None:
    """Let others sign it again; whoever took it over after its time keeps it."""
    Penandatanganan.objects.filter(pk=row.pk, dipegang=row.dipegang).update(dipegang=None)


def _stored_answer(row: Penandatanganan) -> Accepted | None:
    """What was signed before and not archived: an interrupted job goes on from there."""
    if not row.bertanda:
        return None
    try:
        return accept(stored(row.pdf), stored(row.bertanda), installation_trust())
    except (Refused, FileNotFoundError):
        return None  # never whole: it is signed anew


def _answer(row: Penandatanganan, holder: KeyHolder) -> Accepted:
    """Have the PDF signed, and store the answer before anything else is done with it."""
    if holder.kind != row.cara:
        raise InputError("Naskah ini disiapkan untuk kunci yang lain. Siapkan ulang naskah akhir.")
    original = stored(row.pdf)
    accepted = accept(original, holder.sign(original, reason=str(row.laporan)), installation_trust())
    row.bertanda.save(f"{row.token}-bertanda.pdf", ContentFile(accepted.content), save=False)
    Penandatanganan.objects.filter(pk=row.pk).update(bertanda=row.bertanda.name)
    return accepted


@transaction.atomic
def _archive(row: Penandatanganan, accepted: Accepted, by: Pengguna) -> Arsip:
    """All that makes the report signed, at once or not at all."""
    now = timezone.now()
    laporan = mark_signed(row.laporan, by=by, at=now)
    if laporan.diajukan_pada != row.diajukan_pada:
        raise InputError(
            "LKIP ini dikembalikan dan diajukan lagi sementara Anda menandatangani. Tidak ada yang ditandatangani;"
            " siapkan dan baca naskah akhirnya sekali lagi."
        )
    files = {shape: stored(getattr(row, shape)) for shape in ("html", "docx")}
    signature = accepted.signature
    tanda_tangan = TandaTangan(
        laporan=laporan,
        pengguna=by,
        masa_jabatan=row.masa_jabatan,
        waktu=now,
        cara=row.cara,
        nama=row.nama,
        jabatan=row.jabatan,
        penerbit=signature.issuer[:200],
        nomor_seri=signature.serial,
        sertifikat=signature.certificate,
        cap_waktu=signature.stamped,
        token=row.token,
        sidik=_sha256(accepted.content),
    )
    arsip = Arsip(
        laporan=laporan,
        snapshot=row.snapshot,
        snapshot_sha256=_sha256(row.snapshot.encode()),
        naskah=row.naskah,
        naskah_sha256=_sha256(row.naskah.encode()),
        versi_mesin=row.versi_mesin,
        versi_dokumen=row.versi_dokumen,
        versi_templat=row.versi_templat,
        html=row.html.name,
        html_sha256=_sha256(files["html"]),
        pdf=row.bertanda.name,
        pdf_sha256=tanda_tangan.sidik,
        docx=row.docx.name,
        docx_sha256=_sha256(files["docx"]),
        halaman=row.halaman or 0,  # which the database refuses
        ukuran=len(accepted.content),
        dibuat=now,
    )
    append(arsip, tanda_tangan)
    arsip.save(force_insert=True)
    tanda_tangan.save(force_insert=True)
    Penandatanganan.objects.filter(pk=row.pk).delete()
    return arsip


def stored(file: object) -> bytes:
    """What a stored file holds."""
    with file.storage.open(file.name) as source:  # type: ignore[attr-defined]  # a FieldFile
        content: bytes = source.read()
    return content


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
