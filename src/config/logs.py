"""Logs are JSON lines on standard error. They hold ids and facts, never what a person wrote or is called."""

import os
from typing import Any

import structlog

HIDDEN = {
    "email",
    "name",
    "phone",
    "bsn",
    "answer",
    "note",
    "text",
    "story",
    "label",
    "code",
    "pin",
    "password",
    "token",
}
DROPPED = {"user_agent", "ip"}


def hide_personal(_: Any, __: str, event: dict[str, Any]) -> dict[str, Any]:
    """Replace what may be personal by stars, at any depth of one."""
    return {k: "***" if k in HIDDEN else v for k, v in event.items() if k not in DROPPED}


_SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    hide_personal,
]

structlog.configure(
    processors=[
        structlog.stdlib.filter_by_level,
        *_SHARED,
        structlog.processors.format_exc_info,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processor": structlog.processors.JSONRenderer(),
            "foreign_pre_chain": _SHARED,
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("VAARDIG_LOG_LEVEL", "WARNING")},
}
