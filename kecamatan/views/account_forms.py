"""How a form of an account is stored, and comes back with what is wrong or was changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kecamatan.accounts.accounts import ERROR_FIELDS, AccountChanged
from kecamatan.ground.errors import InputError
from kecamatan.ground.trail import record_history
from kecamatan.models import Pengguna


def stored_by(form: Form, store: Callable[[dict[str, Any]], HttpResponse]) -> HttpResponse | None:
    """Save a form that came in; None when it is to be shown (again), with what is wrong in its fields."""
    if not form.is_bound or not form.is_valid():
        return None
    try:
        return store(form.cleaned_data)
    except InputError as error:
        form.add_error(None, str(error))
    except ValidationError as error:
        for column, messages in getattr(error, "error_dict", {"": error}).items():
            location = ERROR_FIELDS.get(column, column)
            form.add_error(location if location in form.fields else None, messages)
    return None


def shown_or_stored(
    request: HttpRequest,
    form: Form,
    store: Callable[[dict[str, Any]], HttpResponse],
    template: str,
    context: dict[str, Any],
    person: Pengguna,
    stored: str,
) -> HttpResponse:
    """As :func:`stored_by`; a form that was overtaken comes back as 409 with what is stored, by whom and when."""
    try:
        if answers := stored_by(form, store):
            return answers
    except AccountChanged:
        context |= {"conflict": record_history(person).first(), "stored": stored}
        return render(request, template, context, status=409)
    return render(request, template, context)
