"""The newsroom's screens: Wagtail's admin, made for a news desk.

    *_viewset      what Wagtail shows for one model: list, form, chooser
    story_*        the story's list, form, buttons, and its standing at a glance
    correct, withdraw, restore, kill
                   one screen for each action that wants a word first
    preview        a draft as the press itself would render it
    front_*, wire_*, proposal_*
                   arranging fronts, choosing from the wires
    dashboard      the first screen
    urls, menu     where all of it is found

Screens decide nothing. They show, ask, and call ``actions``.
"""
