"""Agency bytes in, Items out.

    sniff ──▶ formats/<one module a format> ──▶ Sent ──assemble──▶ Item ──▶ judge

``parse`` is the way in: bytes to Items, with no database, clock or network.
``judge`` says what an Item means for the newsroom. ``feeds`` bring the bytes.
"""
