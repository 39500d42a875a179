"""Where log lines go, and which of other libraries are kept out: as ``LOGGING`` in the settings."""

from typing import Any


def logging_settings(level: str) -> dict[str, Any]:
    """The configuration of ``logging.config.dictConfig``; our own lines are kept from ``level`` on."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"baris": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
        "filters": {"tanpa_token": {"()": "sakip.web.access_log.WithoutToken"}},
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": "baris", "filters": ["tanpa_token"]}
        },
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
            # What it would say sakip.masuk says.
            "axes": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
            # What it finds of a file of unknown origin is told to who asked, not to the log.
            "pyhanko": {"handlers": ["stderr"], "level": "CRITICAL", "propagate": False},
            # They name addresses and headers of requests, in which a NIK or a password stands.
            **{
                name: {"handlers": ["stderr"], "level": "CRITICAL", "propagate": False}
                for name in ("httpx", "httpcore")
            },
            **{
                name: {"handlers": ["stderr"], "level": level, "propagate": False}
                for name in ("sakip", "kecamatan", "reports", "django_tasks", "django_tasks_db")
            },
        },
    }
