"""Write word lists and patterns over several lines."""


def listed(text: str) -> frozenset[str]:
    """Words with spaces or line ends between them."""
    return frozenset(text.split())


def either(text: str) -> str:
    """One pattern from lines that each end where an alternative ends."""
    return "".join(line.strip() for line in text.splitlines())
