"""What a person can type: one file a command or family of commands.

A command's file holds its words and its options and hands on to the modules
that do the work. It imports those when it runs, so that ``--help`` is quick
and the commands of the read side work where Django is not installed.
"""
