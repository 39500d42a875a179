"""Nothing that was typed is lost when a session ends: what a form brings then is kept until its person is back.

Whose it is, the session cannot say any more. A sealed cookie can: it names who signed in last in this browser, and goes
when that person leaves. What is kept is sealed as well, shown to that person alone, and gone after two hours.

The form comes back on the page that it stood on (:mod:`kecamatan.accounts.typed_again`), named by ``lanjut`` in its
address. Passwords and codes are not kept: they are typed again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import signing
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.http import url_has_allowed_host_and_scheme

from kecamatan.ground.page_token import PAGE_TOKEN
from kecamatan.models import Pengguna
from kecamatan.models.kept_form import KeptForm

KEPT: Final = timedelta(hours=2)

#: In the address of the page where the form comes back.
PARAMETER: Final = "lanjut"

OWNER_COOKIE: Final = "pemakai"
_SALT: Final = "kecamatan.formulir-tersimpan"

#: Of one person at a time; the older ones go.
_MOST_KEPT: Final = 20

#: What is not kept, besides the page's own token: whatever is a secret.
_SECRET: Final = re.compile(r"lama|sandi|sandi_.*|frasa.*|passphrase|totp|nik|password|ulang.*")

#: The code of the second step; among the records of a kecamatan that of a row, and of an area its own, which are none.
_CODE: Final = "kode"

Fields = Mapping[str, Sequence[str]]


def typed_fields(request: HttpRequest) -> Fields | None:
    """What the request brings but for the page's own token; None where it holds a secret."""
    fields = {name: values for name, values in request.POST.lists() if name != PAGE_TOKEN}
    found = request.resolver_match
    secret = any(_SECRET.fullmatch(name) for name in fields) or (
        _CODE in fields
        and (found is None or not ("slug" in found.kwargs or found.route.startswith("wilayah/")))
    )
    return None if secret else fields


def keep_form(request: HttpRequest, person: Pengguna | None = None) -> KeptForm | None:
    """Keep what the request brings for whoever sent it; None where that is unknown or holds a secret, or where its page
    has a name that nothing here has."""
    person, fields, address = person or owner(request), typed_fields(request), _address(request)
    if person is None or fields is None or not address:
        return None
    mine = KeptForm.objects.filter(pengguna=person)
    forget_old_forms()
    mine.filter(pk__in=list(mine.values_list("pk", flat=True)[_MOST_KEPT - 1 :])).delete()
    return KeptForm.objects.create(
        key=get_random_string(32),
        pengguna=person,
        address=address,
        content=signing.dumps([fields, sorted(request.FILES)], salt=_SALT, compress=True),
    )


def _address(request: HttpRequest) -> str:
    """Where the form was sent; of an address too long to be kept the page alone, which is what the form is found by.
    Empty where that is too long as well."""
    bound = KeptForm._meta.get_field("address").max_length or 0
    return next((one for one in (request.get_full_path(), request.path) if len(one) <= bound), "")


def forget_old_forms() -> int:
    """Delete what nobody has come back for in time; returns how many."""
    deleted: int = KeptForm.objects.filter(made__lt=timezone.now() - KEPT).delete()[0]
    return deleted


def kept_form(request: HttpRequest) -> KeptForm | None:
    """What the page's address says is to come back, if it is this person's and not too old."""
    key = request.GET.get(PARAMETER, "")
    if not key or not request.user.is_authenticated:
        return None
    return _fresh(request.user.pk).filter(key=key).first()


def kept_since(person: Pengguna, moment: datetime | None) -> KeptForm | None:
    """The last form that was kept for the person since then: who comes in by no link is led to it as well."""
    kept = _fresh(person.pk)
    return (kept if moment is None else kept.filter(made__gt=moment)).first()


def _fresh(pengguna_pk: int | None) -> QuerySet[KeptForm]:
    return KeptForm.objects.filter(made__gte=timezone.now() - KEPT, pengguna=pengguna_pk)


def opened(form: KeptForm) -> tuple[Fields, list[str]]:
    """What was typed, and the names of the fields whose files have to be chosen again."""
    fields, files = signing.loads(form.content, salt=_SALT, max_age=KEPT)
    return fields, files


def page_of(request: HttpRequest, form: KeptForm | None = None) -> str:
    """Address of the page on which the form stood, from which it can be sent again."""
    came_from = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(
        came_from, {request.get_host()}, require_https=request.is_secure()
    ):
        came_from = ""
    before = urlsplit(came_from)._replace(scheme="", netloc="", fragment="").geturl()
    if before.startswith("//"):  # the name of another site
        before = ""
    address = before if before and can_be_opened(before) else openable(request.get_full_path())
    return with_form(address, form)


def own_page_of(form: KeptForm, at: str) -> str:
    """Address of the page that the form is sent to, where that shows it as well and is another than ``at``; a form that
    a script had opened on a page stands there. Empty where there is none."""
    address = form.address
    if urlsplit(address).path == urlsplit(at).path or not can_be_opened(address):
        return ""
    return with_form(address, form)


def with_form(address: str, form: KeptForm | None) -> str:
    """The address of a page that shows the kept form again; one that already names another names this one."""
    parts = urlsplit(address)
    query = [q for q in parts.query.split("&") if q and not q.startswith(f"{PARAMETER}=")]
    if form is not None:
        query.append(urlencode({PARAMETER: form.key}))
    return parts._replace(query="&".join(query)).geturl()


def can_be_opened(address: str) -> bool:
    """Whether the address is a page of this site, not only a place to send forms to."""
    try:
        found = resolve(urlsplit(address).path)
    except Resolver404:
        return False
    return not getattr(found.func, "post_only", False) and found.url_name not in ("masuk", "keluar")


def openable(address: str) -> str:
    """The address itself, or of one that only takes forms the nearest page above it."""
    if can_be_opened(address):
        return address
    steps = urlsplit(address).path.strip("/").split("/")
    above = (f"/{'/'.join(steps[:n])}/" for n in range(len(steps) - 1, 0, -1))
    return next((one for one in above if can_be_opened(one)), "/")


# -- whose browser this is ---------------------------------------------------------------------------


def owner(request: HttpRequest) -> Pengguna | None:
    """Who signed in last in this browser and has not left; None where nobody did, or the account is closed."""
    try:
        pk = signing.loads(request.COOKIES.get(OWNER_COOKIE, ""), salt=OWNER_COOKIE)
    except signing.BadSignature:
        return None
    person: Pengguna | None = get_user_model().objects.filter(pk=pk, is_active=True).first()
    return person


def remember_owner(request: HttpRequest, response: HttpResponseBase) -> None:
    """Let the browser say later whose it is: until it is closed, or the person leaves."""
    if not request.user.is_authenticated:
        return
    known = request.COOKIES.get(OWNER_COOKIE, "")
    try:
        if known and signing.loads(known, salt=OWNER_COOKIE) == request.user.pk:
            return
    except signing.BadSignature:
        pass
    response.set_cookie(
        OWNER_COOKIE,
        signing.dumps(request.user.pk, salt=OWNER_COOKIE),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget_owner(response: HttpResponseBase) -> None:
    """The person has left."""
    response.delete_cookie(OWNER_COOKIE)
