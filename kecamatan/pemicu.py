"""Named by landed migrations; what it was is :mod:`kecamatan.ground.triggers`."""

from kecamatan.ground.triggers import Penolakan, lift_triggers, pasang_pemicu, tambah_saja

__all__ = ["Penolakan", "lift_triggers", "pasang_pemicu", "tambah_saja"]
