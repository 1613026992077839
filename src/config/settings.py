"""All settings. The default is a laptop with SQLite; an installation differs by its environment only.

Every name that is read from the environment starts with VAARDIG_, but for DATABASE_URL; docs/settings.md lists them.
"""

import sys
from pathlib import Path

try:  # the wheel brings a newer SQLite than many machines have (SECURITY §15)
    import pysqlite3

    sys.modules["sqlite3"] = pysqlite3
except ImportError:  # pragma: no cover - platforms without the wheel
    pass

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config.secrets import secret

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parents[2]
TESTING = "pytest" in sys.modules
DATA_DIR = Path(env.str("VAARDIG_DATA_DIR", default=str(BASE_DIR / "var")))
CONTENT_DIR = BASE_DIR / "content"
MODELS_DIR = BASE_DIR / "models"
# Where the official files of other skills languages lie; used by tests and benchmarks only.
OFFICIAL_DATA_DIR = Path(env.str("VAARDIG_DATA", default=str(BASE_DIR.parent / "shared" / "data")))
DEMO = env.bool("VAARDIG_DEMO", default=False)
DEBUG = env.bool("VAARDIG_DEBUG", default=False)

SECRET_KEY = secret("SECRET_KEY", DATA_DIR / "secrets")
MASTER_KEY = secret("MASTER_KEY", DATA_DIR / "secrets")
CODE_KEY = secret("CODE_KEY", DATA_DIR / "secrets")

ALLOWED_HOSTS = env.list("VAARDIG_HOSTS", default=["127.0.0.1", "localhost"])
CSRF_TRUSTED_ORIGINS = env.list("VAARDIG_ORIGINS", default=[])
HELP_PHONE = env.str("VAARDIG_HELP_PHONE", default="085 000 00 00" if DEMO else "")
HELP_NAME = env.str("VAARDIG_HELP_NAME", default="Bram" if DEMO else "")
SECURITY_CONTACT = env.str("VAARDIG_SECURITY_CONTACT", default="mailto:security@localhost")
THEME = env.str("VAARDIG_THEME", default="vaardig")

INSTALLED_APPS = [
    "vaardig.base",
    "vaardig.people",
    "vaardig.lexicon",
    "vaardig.passports",
    "vaardig.options",
    "vaardig.plans",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.usersessions",
    "csp",
    "django_cotton.apps.SimpleAppConfig",
    "template_partials.apps.SimpleAppConfig",
    "django_htmx",
    "django_structlog",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "vaardig.base.headers.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "vaardig.base.language.DutchFirstMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "vaardig.base.limits.LimitsMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "vaardig.people.middleware.ActorMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

_LOADERS = [
    "django_cotton.cotton_loader.Loader",
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "src" / "vaardig" / "base" / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    _LOADERS if DEBUG else [("django.template.loaders.cached.Loader", _LOADERS)],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton", "template_partials.templatetags.partials"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "vaardig.base.context.house",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

if url := env.str("DATABASE_URL", default=""):
    DATABASES = {"default": env.db_url_config(url)}
    DATABASES["default"]["OPTIONS"] = {
        "pool": {"min_size": 1, "max_size": 8, "timeout": 5} if not TESTING else False,
        "options": "-c statement_timeout=10s -c lock_timeout=5s -c idle_in_transaction_session_timeout=30s",
    }
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "vaardig.sqlite3",
            "OPTIONS": {
                "timeout": 20,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                "PRAGMA journal_size_limit=27103364; PRAGMA cache_size=-20000;",
            },
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# ── who signs in (SECURITY §10) ──────────────────────────────────────────────────────────────────────
AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "vaardig.people.sign_in.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Vaardig: "
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "100/m/ip,5/300s/key",
    "request_login_code": "100/m/ip,3/m/key",
}
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("VAARDIG_PROXIES", default=0)
MFA_ADAPTER = "vaardig.people.sign_in.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Vaardig"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO or DEBUG
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"vaardig.people.passwords.{rule}"} for rule in ("Length", "NotKnown", "NotAboutYou")
]

# ── headers, cookies (SECURITY §13) ──────────────────────────────────────────────────────────────────
SECURE = env.bool("VAARDIG_HTTPS", default=not (DEMO or DEBUG or TESTING))
SESSION_COOKIE_NAME = "__Host-sessie" if SECURE else "sessie"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 12
CSRF_COOKIE_NAME = "__Host-formulier" if SECURE else "formulier"
CSRF_FAILURE_VIEW = "vaardig.base.errors.csrf_failure"
LANGUAGE_COOKIE_NAME = "taal"
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_SSL_REDIRECT = SECURE and env.bool("VAARDIG_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ALLAUTH_TRUSTED_PROXY_COUNT else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "worker-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

# ── limits (SECURITY §11) ────────────────────────────────────────────────────────────────────────────
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
DATA_UPLOAD_MAX_NUMBER_FILES = 5
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_PERMISSIONS = 0o600
MEDIA_ROOT = DATA_DIR / "files"

# ── language, time ───────────────────────────────────────────────────────────────────────────────────
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static" / "collected"
STATICFILES_DIRS = [BASE_DIR / "static" / "dist"] if (BASE_DIR / "static" / "dist").is_dir() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

EMAIL_CONFIG = env.email_url("VAARDIG_EMAIL_URL", default="consolemail://")
globals().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("VAARDIG_FROM_EMAIL", default="Vaardig <noreply@localhost>")

from config.logs import LOGGING  # noqa: E402, F401  (reads no setting)

DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
SILENCED_SYSTEM_CHECKS = ["fields.E210"]

# ── Vaardig ──────────────────────────────────────────────────────────────────────────────────────────
AUDIT_SEAL_FOLDER = DATA_DIR / "seals"
