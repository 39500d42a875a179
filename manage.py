#!/usr/bin/env python3
"""Entry point of every command: `manage.py --help` lists them."""

import os
import sys


def main() -> None:
    """Run one management command; a wrong setting ends in one line, not in a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.settings")

    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    from sakip.web.frame_room import roomy

    try:
        # Touch the settings before the command does: Django would hide the reason from some commands.
        _ = settings.INSTALLED_APPS
    except ImproperlyConfigured as error:
        sys.exit(f"manage.py: {error}")
    # "periksa-naskah" and "periksa_naskah" are one command: people write the one, Python names the other.
    called = [one if one.startswith("-") else one.replace("-", "_") for one in sys.argv[1:2]]
    roomy(execute_from_command_line)([*sys.argv[:1], *called, *sys.argv[2:]])


if __name__ == "__main__":
    main()
