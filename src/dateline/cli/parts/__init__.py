"""The parts of a running site, each a function that works until it is stopped.

Every one takes the site's settings and returns when SIGTERM or SIGINT came. A
part imports what it needs and nothing else: a read node has no Django.
"""
