"""How a document is signed: one job in steps, each of which can be taken up again where the one before ended.

1. *Asked for*: the input is frozen, with token and words of the signature that will stand in it.
2. *Made*: the worker makes HTML, PDF and Word of it. Who signs reads these very files. What continues the signature of
   another party is made already: its files are those of the archive.
3. *Signed*: the signer's key signs the PDF, and the answer is stored.
4. *Archived*: archive, signature, state and trail are written in one transaction. Only this makes the document signed;
   whatever ends a step before leaves it unsigned, and what was signed already is not signed again.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from django.core.files.base import ContentFile
from django.db import OperationalError, transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from kecamatan.accounts.foreign_hand import why_closed
from kecamatan.ground.errors import BrokenReference, InputError
from kecamatan.models import Kecamatan, Pengguna
from reports.models import Arsip, Penandatanganan, PengaturanDokumen, TandaTangan
from reports.public.copies import copy_request
from reports.publish.assemble import FileMissing, NoDokumen
from reports.publish.files import UNPRINTABLE
from reports.publish.naskah import Naskah, Pengesahan
from reports.signing.accept import Accepted, Refused, accept
from reports.signing.chain import append
from reports.signing.freeze import Frozen, NoLongerReadable, freeze, frozen_of, keep_pictures, make
from reports.signing.keys.holder import WORDING, KeyHolder, KeyKind
from reports.signing.keys.installation import installation_trust
from reports.signing.measured import measured_keep
from reports.signing.signable import Signable, signs_himself
from reports.signing.signer import NotTheSigner, ensure_certificate, ensure_signer
from sakip.web.jobs import Job, job
from sakip.web.site import site_address
from sakip.web.storage_trouble import storage_trouble
from sakip.web.task_queue import Work
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
        super().__init__("Dokumen ini sedang ditandatangani. Tunggu sebentar, lalu muat ulang halaman ini.")


# -- 1. asked for -----------------------------------------------------------------------------------


def chosen_kind(kecamatan: Kecamatan) -> KeyKind:
    """The kind of key that the kabupaten has chosen."""
    row = PengaturanDokumen.objects.filter(kabupaten=kecamatan.kabupaten_id).first()
    return KeyKind(row.cara_tanda_tangan) if row else KeyKind.INSTALLATION


def preparation_of(signable: Signable) -> Penandatanganan | None:
    """What is prepared of it, None where there is nothing of what was submitted or agreed last."""
    if signable.since is None:
        return None
    return _preparations(signable).filter(diajukan_pada=signable.since).first()


def _preparations(signable: Signable) -> QuerySet[Penandatanganan]:
    hangs_on = {name: signable.columns.get(name) for name in ("laporan", "penetapan")}
    return Penandatanganan.objects.filter(**hangs_on, melanjutkan=signable.continues)


def verification_address(token: str) -> str:
    """Where anybody may see what was signed, as it is printed. Raises InputError where nobody knows the site's name."""
    return site_address(reverse("verifikasi-laporan", args=[token]))


def preparation_request(*, signable: Signable, by: Pengguna) -> Penandatanganan:
    """Freeze a document and have its files made.

    What waits or is ready already is returned as it is. Raises what ``signable`` does, and InputError.
    """
    with transaction.atomic():
        signable.ensure_may_sign(by)
        ensure_own_hand(by)
        present = preparation_of(signable)
        if present is not None and _is_alive(present, timezone.now()):
            return present
        _preparations(signable).delete()
        row = _new_row(signable, by)
        row.save(force_insert=True)
        if row.status == Status.ANTRE:
            PREPARATIONS.schedule(row.pk)
    return row


def ensure_own_hand(by: Pengguna) -> None:
    """Raise InputError while somebody else may be at the account of who is to sign."""
    if closed := why_closed(by):
        raise InputError(closed)


def _is_alive(row: Penandatanganan, now: datetime) -> bool:
    """Whether there is nothing to ask for again; what is signed already is only to be archived."""
    if row.bertanda or row.status == Status.SIAP:
        return row.cara == chosen_kind(row.kecamatan) or bool(row.bertanda)
    return row.status != Status.GAGAL and not WORK.is_left_behind(row, now)


def _new_row(signable: Signable, by: Pengguna) -> Penandatanganan:
    kind, token = chosen_kind(signable.kecamatan), secrets.token_urlsafe(32)
    naskah = signable.naskah()
    signer = signable.signer(naskah.snapshot)
    ensure_signer(by, signer.term, signer.nama, himself=signs_himself(signable, by))
    assert signable.since  # noqa: S101  # nothing else may be signed
    frozen = (
        frozen_of(before)
        if (before := signable.continues)
        else _stamped(naskah, signable, kind, verification_address(token))
    )
    row = Penandatanganan(
        **signable.columns,
        cara=kind,
        token=token,
        masa_jabatan=signer.term,
        nama=signer.nama,
        jabatan=signer.jabatan,
        diajukan_pada=signable.since,
        snapshot=frozen.snapshot,
        naskah=frozen.naskah,
        versi_mesin=frozen.versions.mesin,
        versi_dokumen=frozen.versions.dokumen,
        versi_templat=frozen.versions.templat,
    )
    if before:
        row.melanjutkan, row.halaman, row.status = before, before.halaman, Status.SIAP
        row.html, row.pdf, row.docx = before.html.name, before.pdf.name, before.docx.name
    return row


def _stamped(naskah: Naskah, signable: Signable, kind: KeyKind, address: str) -> Frozen:
    """The input with what is printed at the place of who signs first."""
    words = f"{WORDING[kind]} Keasliannya diperiksa pada alamat dalam kode QR."
    stamped = replace(naskah, konsep=False, pengesahan=Pengesahan(alamat=address, pernyataan=words))
    return freeze(stamped, signable.columns["jenis"])


def why_not_signer(signable: Signable, by: Pengguna) -> str:
    """Why the document, prepared or not, would not take the signature of ``by``; empty where it would."""
    row, himself = preparation_of(signable), signs_himself(signable, by)
    try:
        if row is not None:
            ensure_signer(by, row.masa_jabatan, row.nama, himself=himself)
        else:
            signer = signable.signer(signable.naskah().snapshot)
            ensure_signer(by, signer.term, signer.nama, himself=himself)
    except NotTheSigner as error:
        return str(error)
    except InputError:
        return ""  # it cannot be prepared, which is said when it is asked for
    return ""


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
    except (MemoryError, OperationalError):
        raise  # the worker says it
    except Exception as error:
        log.exception("naskah akhir %s gagal disiapkan", pk)
        own.update(status=Status.GAGAL, pesan=storage_trouble(error) or _DISTURBANCE)
        raise


@task()
def siapkan_naskah_akhir(pk: int) -> None:
    """Make the files of a Penandatanganan."""
    prepare(pk=pk)


def _preparation_stopped(*, pk: int, reason: str) -> None:
    PREPARATIONS.halt(pk, reason and f"Penyiapan naskah akhir {reason}. Minta sekali lagi.")


PREPARATIONS: Final[Job] = job(
    kode="naskah-akhir",
    task=siapkan_naskah_akhir,
    argument="pk",
    model=Penandatanganan,
    work=WORK,
    finished=(Status.SIAP,),
    name=lambda row: f"Naskah akhir {row.get_jenis_display()}",
    stopped=_preparation_stopped,
    again=lambda failed: PREPARATIONS.restart(failed.pk),
)


# -- 3. signed, 4. archived -------------------------------------------------------------------------


def sign(*, signable: Signable, by: Pengguna, holder: KeyHolder) -> Arsip:
    """Sign a prepared document and archive it; returns its archive, also where the signature was only to be archived.

    Raises :class:`BeingSigned`, what ``signable`` raises, and InputError of the key.
    """
    signable.ensure_may_sign(by)
    ensure_own_hand(by)
    row, himself = _hold(signable), signs_himself(signable, by)
    try:
        ensure_signer(by, row.masa_jabatan, row.nama, himself=himself)
        accepted = _stored_answer(row, by, himself=himself) or _answer(row, holder, by, himself=himself)
        return _archive(row, accepted, signable, by)
    finally:
        _release(row)


def _hold(signable: Signable) -> Penandatanganan:
    """Keep everybody else from signing it meanwhile."""
    row = preparation_of(signable)
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


def _stored_answer(row: Penandatanganan, by: Pengguna, *, himself: bool) -> Accepted | None:
    """What was signed before and not archived: an interrupted job goes on from there."""
    if not row.bertanda:
        return None
    try:
        return _taken(row, by, stored(row.pdf), stored(row.bertanda), himself=himself)
    except (Refused, FileNotFoundError):
        return None  # never whole: it is signed anew


def _answer(row: Penandatanganan, holder: KeyHolder, by: Pengguna, *, himself: bool) -> Accepted:
    """Have the PDF signed, and store the answer before anything else is done with it."""
    if row.melanjutkan is not None:
        row.cara = holder.kind  # what is printed says nothing of it
    if holder.kind != row.cara:
        raise InputError("Naskah ini disiapkan untuk kunci yang lain. Siapkan ulang naskah akhir.")
    original = stored(row.pdf)
    accepted = _taken(row, by, original, holder.sign(original, reason=str(row)), himself=himself)
    row.bertanda.save(f"{row.token}-bertanda.pdf", ContentFile(accepted.content), save=False)
    Penandatanganan.objects.filter(pk=row.pk).update(bertanda=row.bertanda.name, cara=row.cara)
    return accepted


def _taken(
    row: Penandatanganan, by: Pengguna, original: bytes, answered: bytes, *, himself: bool
) -> Accepted:
    """The answer, if it is this file with a signature of the person printed. Raises :class:`Refused`."""
    accepted = accept(original, answered, installation_trust())
    kind = KeyKind(row.cara)
    ensure_certificate(accepted.signature, by=by, printed=row.nama, kind=kind, himself=himself)
    return accepted


def _as_now(by: Pengguna) -> Pengguna:
    """The person as recorded now: what a request has read of rights holds for as long as it takes, and no longer."""
    found = Pengguna.objects.get(pk=by.pk)
    if not found.is_active:
        raise InputError(
            f"Akun {found.username} dinonaktifkan sementara Anda menandatangani. Tidak ada yang ditandatangani; hubungi"
            " Bagian Organisasi atau admin."
        )
    return found


@transaction.atomic
def _archive(row: Penandatanganan, accepted: Accepted, signable: Signable, by: Pengguna) -> Arsip:
    """All that makes the document signed, at once or not at all."""
    now = timezone.now()
    # A key may answer slowly: what was judged before it was asked is judged again, of the person as he is now.
    by = _as_now(by)
    ensure_own_hand(by)
    ensure_signer(by, row.masa_jabatan, row.nama, himself=signs_himself(signable, by))
    files = {shape: stored(getattr(row, shape)) for shape in ("html", "docx")}
    signature = accepted.signature
    arsip = Arsip(
        **signable.columns,
        melanjutkan=row.melanjutkan,
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
        pdf_sha256=_sha256(accepted.content),
        docx=row.docx.name,
        docx_sha256=_sha256(files["docx"]),
        halaman=row.halaman or 0,  # which the database refuses
        ukuran=len(accepted.content),
        dibuat=now,
    )
    tanda_tangan = TandaTangan(
        arsip=arsip,
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
        sidik=arsip.pdf_sha256,
    )
    signable.mark_signed(by=by, since=row.diajukan_pada, signature=tanda_tangan)
    append(arsip, tanda_tangan)
    arsip.save(force_insert=True)
    tanda_tangan.arsip = arsip
    tanda_tangan.save(force_insert=True)
    if arsip.laporan is not None:
        measured_keep(arsip)
    copy_request(arsip)
    Penandatanganan.objects.filter(pk=row.pk).delete()
    return arsip


def stored(file: object) -> bytes:
    """What a stored file holds."""
    with file.storage.open(file.name) as source:  # type: ignore[attr-defined]  # a FieldFile
        content: bytes = source.read()
    return content


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
