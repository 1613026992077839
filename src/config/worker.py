"""The process beside the web server: fills the index of the skills language, then does queued work."""

import os
import sys


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django  # noqa: PLC0415  slow import, and it needs the line above

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415  app registry must be ready

    from config import town  # noqa: PLC0415  app registry must be ready

    town.fill_index()
    call_command("db_worker", "--interval", "1", "--no-startup-delay", verbosity=0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
