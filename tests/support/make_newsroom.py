"""Make the tables of a newsroom and tell the journal of its site: a script.

A process of its own, because Wagtail's search decides while it is loaded which
kind of database it will work with.
"""

import sys
from pathlib import Path

from dateline.newsroom.django_settings import configure
from support.copy import NOON
from support.site_settings import site_folder_settings

if __name__ == "__main__":
    settings = site_folder_settings(Path(sys.argv[1]), database=sys.argv[2])
    configure(settings)

    from django.core.management import call_command

    from dateline.newsroom.sync_site import sync_site

    call_command("migrate", verbosity=0)
    sync_site(settings, now=NOON)
