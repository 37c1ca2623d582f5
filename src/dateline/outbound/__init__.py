"""Asking other servers over HTTP, and leaving them alone when that is better.

    exchange       one question, whatever the other side does
    retry_after    how long a server asks to be left alone
    breaker        when to leave a failing source alone, and for how long

What weather providers and agencies have in common; it knows neither.
"""
