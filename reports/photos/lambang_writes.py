"""The lambang of a kabupaten or kecamatan, stored and taken off: each one act of the writer."""

from __future__ import annotations

from kecamatan.models import Kabupaten, Kecamatan, Pengguna
from reports.photos.lambang import PreparedLambang
from sakip.entry.form import Scope
from sakip.entry.writer import CHANGED, writing
from sakip.web.named_by_content import store_once

COLUMNS = ("lambang", "lambang_sha256", "lambang_lebar", "lambang_tinggi")
NONE = "tidak ada"


def lambang_save(
    *, scope: Scope, owner: Kabupaten | Kecamatan, picture: PreparedLambang, by: Pengguna
) -> None:
    """Store the picture as the owner's lambang; the same again changes nothing.

    Named by its content. The one before stays where it is: a document that is being made still reads it.
    """
    name = f"lambang/{picture.sha256}.{picture.ending}"
    store_once(name, picture.image, picture.sha256)
    _write(scope, owner, by, (name, picture.sha256, picture.width, picture.height))


def lambang_remove(*, scope: Scope, owner: Kabupaten | Kecamatan, by: Pengguna) -> None:
    """Print no lambang of this owner from now on."""
    _write(scope, owner, by, ("", "", None, None))


def _write(
    scope: Scope,
    owner: Kabupaten | Kecamatan,
    by: Pengguna,
    values: tuple[str, str, int | None, int | None],
) -> None:
    with writing(scope, by=by, yearly=False, hold=owner) as act:
        owner.refresh_from_db(fields=COLUMNS)
        before = _say(owner)
        if owner.lambang_sha256 == values[1]:
            return
        for column, value in zip(COLUMNS, values, strict=True):
            setattr(owner, column, value)
        act.put(owner, columns=COLUMNS)
        act.tell(CHANGED, owner, before={"Lambang": before}, after={"Lambang": _say(owner)})


def _say(owner: Kabupaten | Kecamatan) -> str:
    if not owner.lambang.name:
        return NONE
    # Two pictures of one size are told apart by the beginning of their fingerprints.
    return f"{owner.lambang_lebar} × {owner.lambang_tinggi} piksel ({owner.lambang_sha256[:8]})"
