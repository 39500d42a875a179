"""What every page shows about who is signed in."""

from __future__ import annotations

from django.http import HttpRequest

from kecamatan.permissions import Hak, may_anywhere, membership_of, signs
from kecamatan.querysets import ACCOUNT_GUARDS


def pengguna(request: HttpRequest) -> dict[str, object]:
    """``peran_names``: the names of the user's peran, each once; ``keeps_accounts``: whether they keep accounts;
    ``reads_drafts``: whether they read the drafts of any kecamatan; ``follows``: whether they follow any;
    ``signs``: whether they sign; ``watches_jobs``: whether they see what the worker does.

    Nothing for an anonymous visitor.
    """
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    keanggotaan = membership_of(user)
    return {
        "peran_names": list(dict.fromkeys(k.get_peran_display() for k in keanggotaan)),
        "keeps_accounts": user.is_superuser or any(k.peran in ACCOUNT_GUARDS for k in keanggotaan),
        "reads_drafts": may_anywhere(user, Hak.LIHAT),
        "follows": may_anywhere(user, Hak.PANTAU),
        "signs": signs(user),
        "watches_jobs": may_anywhere(user, Hak.PEKERJAAN),
    }
