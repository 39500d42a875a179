"""One log line per sign-in that failed: with which name, from where. A guard such as fail2ban can read it."""

import logging
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from sakip.web.client_ip import client_ip

logger = logging.getLogger("sakip.masuk")


@receiver(user_login_failed)
def log_failure(
    sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any
) -> None:
    """Log the name, if it is one of ours: what is typed where a name belongs is now and then the password."""
    typed = credentials.get("username") or ""
    known = get_user_model().objects.named(typed).values_list("username", flat=True).first()
    refused = getattr(request, "axes_locked_out", False)
    logger.warning(
        "masuk %s: nama=%s dari=%s",
        "ditolak tanpa diperiksa" if refused else "gagal",
        known or "(tidak dikenal)",
        (client_ip(request) if request is not None else None) or "-",
    )
