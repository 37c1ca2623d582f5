"""The newsroom: what the desk decides, and the only way anything becomes public.

    models/        what the desk keeps: stories, pictures, fronts, wire items
    actions/       one file for each thing a person can do
    checks/        one file for each thing that is often wrong in copy
    public_form    the newsroom's words into the journal's
    journal_writer the one door to the journal
    due, desk      what happens at a moment, and by itself

Every action runs in one database transaction with its journal entries, so a
story is published here if and only if the journal says so.
"""
