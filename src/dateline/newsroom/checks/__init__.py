"""One file for each thing that is often wrong in copy; ``table`` lists them.

A check looks at a story in its public form and yields remarks. A remark is
something the editor sees; only one that would do harm stops a publication.
"""
