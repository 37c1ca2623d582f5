"""What a power cut must not undo: names in folders, and many files at once."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

AT_ONCE = 8
"""How many files the disk is asked for at a time."""

FEW = 2
"""Fewer are not worth a thread."""


def sync_folders(*folders: Path) -> None:
    """Make the names in folders durable: those put there and those taken away."""
    handles: list[int] = []
    try:
        handles += (os.open(folder, os.O_RDONLY) for folder in folders)
        sync_all(handles)
    finally:
        for handle in handles:
            os.close(handle)


def sync_all(handles: Sequence[int]) -> None:
    """Make the content of open files durable.

    Asked together they cost little more than one: the kernel writes down in one
    go what waits. One after the other each waits for a turn of its own.
    """
    if len(handles) < FEW:
        for handle in handles:
            os.fsync(handle)
        return
    with ThreadPoolExecutor(min(AT_ONCE, len(handles))) as pool:
        for _ in pool.map(os.fsync, handles):
            pass
