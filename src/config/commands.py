"""Commands that need every room: serving, and the demo town."""

import argparse
import os
import signal
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from vaardig.base import audit
from vaardig.base.commands import CannotUse, add


def _town() -> Any:
    from config import town  # noqa: PLC0415  slow import: every room; other commands need not wait for it

    return town


def prepare() -> None:
    """Tables, cache, Basistaal: what an installation needs before it can answer. Twice changes nothing."""
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    _town().load_language()


def serve(args: argparse.Namespace) -> int:
    """Prepare, then run the web server and the worker side by side until one stops or Ctrl-C."""
    prepare()
    call_command("collectstatic", interactive=False, verbosity=0)
    if settings.DEMO:
        _town().make_once(now=timezone.now())
    port = os.environ.get("PORT", "8000")
    server = [sys.executable, "-m", "gunicorn", "config.wsgi", "-k", "gthread", "-w", str(args.workers)]
    server += ["--threads", "8", "--no-control-socket", "-b", f"{args.host}:{port}", "--log-level", "warning"]
    running = [subprocess.Popen(command) for command in (server, [sys.executable, "-m", "config.worker"])]  # noqa: S603
    print(
        _town().welcome(f"http://{args.host}:{port}/") if settings.DEMO else f"http://{args.host}:{port}/", flush=True
    )
    return _until_stopped(running)


def _until_stopped(running: list[subprocess.Popen[bytes]]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        return running[0].wait()
    except KeyboardInterrupt:
        return 0
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(timeout=20)


def demo(args: argparse.Namespace) -> int:
    """Make the demo town; with --again, empty the database first."""
    prepare()
    if args.again and not settings.DEMO:
        raise CannotUse("This empties the database. Only a demo can be thrown away: set VAARDIG_DEMO=True.")
    if args.again:
        audit.unguard()
        call_command("flush", interactive=False, verbosity=0)
        audit.guard()
        prepare()
    _town().make_once(now=timezone.now())
    print(_town().welcome())
    return 0


def register(commands: Any) -> None:
    parser = add(commands, "serve", serve, explain="Prepare and serve Vaardig.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--workers", type=int, default=1)
    parser = add(commands, "demo", demo, explain="Make the demo town.")
    parser.add_argument("--again", action="store_true", help="throw the town away first")
