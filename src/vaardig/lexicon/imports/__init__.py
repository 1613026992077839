"""From the files of other people to our own words. Foreign names stop here (one module per source)."""


class CannotImport(Exception):
    """The message says which file, which line, what is wrong and what to do. Nothing was stored."""
