"""Publish one story after another, until somebody kills this process: a script."""

import sys
from pathlib import Path

from dateline.newsroom.django_settings import configure
from support.site_settings import site_folder_settings

if __name__ == "__main__":
    configure(site_folder_settings(Path(sys.argv[1])))

    from support.newsroom_copy import again, changed, published

    number = 0
    while True:
        number += 1
        story = published(headline=f"Story {number}")
        changed(story, headline=f"Story {number}, changed")
        again(story).latest_revision.publish()
        if number % 3 == 0:
            again(story).unpublish()
        print(number, flush=True)  # noqa: T201 - the test waits for it
