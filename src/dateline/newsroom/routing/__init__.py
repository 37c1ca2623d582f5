"""The desk's routing rules: kept, asked, tried.

stored   rows ──▶ rules, with what the site has no longer left out
kept     what was asked and what came of it, on the wire item's row
trial    a rule on the last days of wire, without changing anything

The rules themselves are ``wire.routing``.
"""
