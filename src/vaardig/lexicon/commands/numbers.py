"""Numbers on the command line, within bounds."""

import argparse
from collections.abc import Callable


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """A type for argparse."""

    def read(value: str) -> int:
        if not (value.isascii() and value.isdigit()) or not least <= int(value) <= most:
            raise argparse.ArgumentTypeError(f"use a whole number from {least} to {most}")
        return int(value)

    return read
