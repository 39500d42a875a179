"""Settings, one file for every way to run; the environment chooses (see docs/operasi), and a value of it that cannot be
meant stops the start (:mod:`sakip.web.environment`)."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured
from django.http.request import split_domain_port, validate_host

from sakip.web.bsre_settings import bsre_address, bsre_seconds
from sakip.web.environment import env_bool, env_certificates, env_choice, env_count, env_text, refuse_unknown
from sakip.web.log_settings import logging_settings
from sakip.web.shared_settings import media_storage, queue_settings

BASE_DIR = Path(__file__).resolve().parent.parent

refuse_unknown()

# --- Mode and secrets --------------------------------------------------------------------------------

# The demo is the default because it cannot do harm: it answers only to this machine's own names.
SAKIP_MODE = env_choice("SAKIP_MODE", default="demo", choices=("demo", "produksi"))
IS_PRODUCTION = SAKIP_MODE == "produksi"

DEMO_SECRET_KEY = "demo-saja-kunci-ini-tertulis-di-kode-dan-bukan-rahasia-siapa-pun"  # noqa: S105
MIN_SECRET_LENGTH = 50

DEBUG = env_bool("SAKIP_DEBUG", default=False)
SECRET_KEY = env_text("SAKIP_SECRET_KEY", default="" if IS_PRODUCTION else DEMO_SECRET_KEY)
ALLOWED_HOSTS = [host for part in env_text("SAKIP_ALLOWED_HOSTS").split(",") if (host := part.strip())] or (
    [] if IS_PRODUCTION else ["127.0.0.1", "localhost", "[::1]"]
)

if IS_PRODUCTION:
    if not SECRET_KEY:
        raise ImproperlyConfigured("SAKIP_SECRET_KEY belum diisi. Mode produksi memerlukan kunci sendiri.")
    if SECRET_KEY == DEMO_SECRET_KEY:
        raise ImproperlyConfigured(
            "SAKIP_SECRET_KEY masih kunci demo. Mode produksi memerlukan kunci sendiri."
        )
    if len(SECRET_KEY) < MIN_SECRET_LENGTH or len(set(SECRET_KEY)) < 10:
        raise ImproperlyConfigured(
            f"SAKIP_SECRET_KEY terlalu lemah. Isi sedikitnya {MIN_SECRET_LENGTH} karakter acak."
        )
    if DEBUG:
        raise ImproperlyConfigured("SAKIP_DEBUG tidak boleh menyala pada mode produksi. Hapus variabel itu.")
    if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
        raise ImproperlyConfigured(
            "SAKIP_ALLOWED_HOSTS belum diisi. Tulis nama situs, misalnya sakip.contohkab.go.id."
        )


def site_address() -> str:
    """Read where people reach the site, "https://sakip.contohkab.go.id": it is printed under signatures for ever and
    mailed, so it is never taken from a request. A site of one name need not be told."""
    raw = env_text("SAKIP_ADDRESS").strip().rstrip("/")
    if not raw:
        if not IS_PRODUCTION:
            return "http://127.0.0.1:8000"
        alone = len(ALLOWED_HOSTS) == 1 and not ALLOWED_HOSTS[0].startswith(".")
        return f"https://{ALLOWED_HOSTS[0]}" if alone else ""
    scheme, _, place = raw.partition("://")
    name, _ = split_domain_port(place.lower())  # empty for what is no name with or without a port
    schemes = ("https",) if IS_PRODUCTION else ("http", "https")
    if scheme not in schemes or not name or not validate_host(name, ALLOWED_HOSTS):
        raise ImproperlyConfigured(
            f'SAKIP_ADDRESS="{raw}" bukan alamat situs ini. Isi https:// dan satu nama dari SAKIP_ALLOWED_HOSTS,'
            " misalnya https://sakip.contohkab.go.id."
        )
    return raw


SAKIP_ADDRESS = site_address()

# --- Where things are kept ---------------------------------------------------------------------------

DATA_DIR = Path(env_text("SAKIP_DATA_DIR") or BASE_DIR / "data").expanduser().resolve()
try:
    DATA_DIR.mkdir(parents=True, exist_ok=True)
except OSError as error:
    raise ImproperlyConfigured(
        f'SAKIP_DATA_DIR="{DATA_DIR}" tidak dapat dibuat: {error.strerror}.'
    ) from error

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static", ("panduan", BASE_DIR / "docs" / "panduan" / "gambar")]
MEDIA_ROOT = DATA_DIR / "media"
PDF_PARTS = DATA_DIR / "bagian-pdf"  # parts of documents that were printed; may be emptied at any time
# No MEDIA_URL: uploads are private and leave only through views that ask who is asking.
STORAGES = {
    "default": media_storage(os.environ),
    "staticfiles": {"BACKEND": "sakip.web.static_files.StaticStorage"},
}

# The first takes only the fingerprint of what is uploaded to be compared with a signed report; then Django's own.
FILE_UPLOAD_HANDLERS = [
    "reports.public.upload.FingerprintHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# --- Mail --------------------------------------------------------------------------------------------


def mail_settings(address: str) -> dict[str, object]:
    """The way out for mail: an SMTP server named by an address; without one a folder, so that nothing leaves."""
    if not address:
        backend = "django.core.mail.backends.filebased.EmailBackend"
        return {"EMAIL_BACKEND": backend, "EMAIL_FILE_PATH": str(DATA_DIR / "surel")}
    scheme = address.partition("://")[0]
    if scheme not in ("smtp", "smtp+tls", "smtp+ssl"):
        raise ImproperlyConfigured(
            f'SAKIP_EMAIL dengan "{scheme[:20]}" tidak dikenal. Isi seperti'
            " smtp+tls://nama:sandi@surel.contohkab.go.id:587."
        )
    try:
        found = dict(environ.Env.email_url_config(address))
    except ValueError as problem:  # its password is not repeated
        raise ImproperlyConfigured(
            "SAKIP_EMAIL tidak dapat dibaca. Periksa nama peladen dan portanya."
        ) from problem
    return found | {"EMAIL_TIMEOUT": 20}


vars().update(mail_settings(env_text("SAKIP_EMAIL")))
DEFAULT_FROM_EMAIL = env_text("SAKIP_EMAIL_FROM", default="SAKIP Kecamatan <sakip@localhost>")

# --- Database ----------------------------------------------------------------------------------------

# DEFERRED transactions lose writes to "database is locked" when two of them upgrade at once; IMMEDIATE
# makes them queue. WAL lets pages be read meanwhile. synchronous=FULL because offices lose power.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,  # seconds
    "cached_statements": 500,  # prepared once, as long as the connection is kept; a page sends 20 to 60 of them
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
}

#: A connection serves the requests of a minute (seconds); when one to SQLite ends before: sakip.web.kept_connection.
KEPT = {"CONN_MAX_AGE": 60}


def database() -> dict[str, Any]:
    """Return the database settings: the SQLite file in DATA_DIR, or what DATABASE_URL names."""
    wanted = "Isi postgres://pengguna:sandi@mesin:5432/nama, atau hapus untuk memakai SQLite"
    if not os.environ.get("DATABASE_URL"):
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "sakip.sqlite3",
            "OPTIONS": SQLITE_OPTIONS,
            **KEPT,
        }
    try:
        config: dict[str, Any] = environ.Env().db_url("DATABASE_URL")
    except ValueError:
        # The URL holds a password: name the variable, never repeat the value, and cut the cause off.
        raise ImproperlyConfigured(f"DATABASE_URL tidak dapat dibaca. {wanted}.") from None
    match config["ENGINE"]:
        case "django.db.backends.sqlite3":
            return {**KEPT, **config, "OPTIONS": {**SQLITE_OPTIONS, **config.get("OPTIONS", {})}}
        case "django.db.backends.postgresql":
            return {**KEPT, "CONN_HEALTH_CHECKS": True, **config}
    raise ImproperlyConfigured(f"DATABASE_URL bukan alamat PostgreSQL atau SQLite. {wanted}.")


DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Application -------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "kecamatan",
    "sakip",
    "reports",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "crispy_forms",
    "csp",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "sakip.web.access_log.AccessLogMiddleware",
    "sakip.web.client_ip.CallerMiddleware",
    # Outside everything that reads or replaces a page; static files are compressed once, when they are collected.
    "sakip.web.compression.CompressionMiddleware",
    "csp.middleware.CSPMiddleware",
    # Around everything that may answer with nothing but a number.
    "sakip.web.error_pages.WordlessAnswerMiddleware",
    # Before anything is looked up by an address or a cookie.
    "sakip.web.unreadable.UnreadableMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Before the next two: what they send away is kept, and comes back by it.
    "kecamatan.accounts.kept_form_pages.KeptFormMiddleware",
    # Every page asks for a sign-in unless its view says @login_not_required.
    "kecamatan.accounts.sign_in_required.SignInRequiredMiddleware",
    # After it: who has signed in may still owe a code or a new password.
    "kecamatan.accounts.gate.GateMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    # After it: the answer to a second click says again what the first was told.
    "sakip.web.sent_once.SentOnceMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "sakip.web.broken_reference.BrokenReferenceMiddleware",
    "kecamatan.accounts.known_browser.KnownBrowserMiddleware",
    # Last, as django-axes asks: it turns a refused sign-in into the lock-out page.
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "sakip.urls"
WSGI_APPLICATION = "sakip.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kecamatan.context_processors.pengguna",
                "reports.context_processors.navigation",
            ],
        },
    }
]
# Our own pack: templates/crispy. A layout that names no field of its form is a fault, not a line in a log.
CRISPY_ALLOWED_TEMPLATE_PACKS = ("crispy",)
CRISPY_TEMPLATE_PACK = "crispy"
CRISPY_FAIL_SILENTLY = False

# The queue lives in our own database: no second server to run. A task is enqueued when the row it is about is
# committed; what is lost between the two, sapu_berkas finds. Tasks are imported through sakip.web.tasks only.
# REDIS_URL adds who tells workers on any machine of a task at once; what waits stays recorded here.
TASKS, RQ_QUEUES = queue_settings(os.environ.get("REDIS_URL", ""))
if RQ_QUEUES:
    INSTALLED_APPS.append("django_rq")

# What a worker started with --berkala runs each hour, for an installation without timers of its own. Each may be run
# as often as one likes.
PERIODIC_COMMANDS = ("kirim_pemberitahuan", "kirim_pengingat", "hitung_pantauan")

LANGUAGE_CODE = "id"
ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
TIME_ZONE = ZONES[env_choice("SAKIP_TIME_ZONE", default="WIB", choices=tuple(ZONES))]
USE_I18N = True
USE_TZ = True

# --- Sign-in -----------------------------------------------------------------------------------------

AUTH_USER_MODEL = "kecamatan.Pengguna"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "kecamatan.accounts.authentication.BackendSandi",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "nama", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "kecamatan.accounts.guessable.GuessableValidator"},
]
LOGIN_URL = "masuk"
LOGIN_REDIRECT_URL = "beranda"
CSRF_FAILURE_VIEW = "kecamatan.views.sign_in.csrf_failure"
LOGOUT_REDIRECT_URL = "masuk"

SESSION_ENGINE = (
    "kecamatan.accounts.sessions"  # the 30 minutes count from the last request, written once a minute
)
SESSION_COOKIE_AGE = 30 * 60  # seconds without a request
SESSION_EXPIRE_AT_BROWSER_CLOSE = True  # office machines are shared

# The second step of signing in: switched off, for whoever wants it, or asked of camat and Bagian Organisasi.
SAKIP_TOTP = env_choice("SAKIP_TOTP", default="boleh", choices=("mati", "boleh", "wajib"))

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
# One name from one address, and wider budgets that bind nobody where they are at home: a whole office behind one
# address must not be locked out by one colleague, and nobody must be able to lock out a camat from afar.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_HANDLER = "kecamatan.accounts.sign_in_budget.SignInBudget"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # whoever keeps trying must not keep the owner out
AXES_USERNAME_CALLABLE = "kecamatan.accounts.sign_in_budget.attempt_name"
AXES_CLIENT_IP_CALLABLE = "sakip.web.client_ip.client_ip"
AXES_COOLOFF_MESSAGE = "Terlalu banyak percobaan masuk yang gagal. Tunggu 15 menit, lalu coba lagi."
AXES_LOCKOUT_TEMPLATE = "429.html"
AXES_VERBOSE = False

# --- Signing -----------------------------------------------------------------------------------------

# A time-stamping authority (RFC 3161) that says when something was signed; without one the signer's clock does.
SAKIP_TSA = env_text("SAKIP_TSA")
if SAKIP_TSA and not SAKIP_TSA.startswith(("http://", "https://")):
    raise ImproperlyConfigured(
        f'SAKIP_TSA="{SAKIP_TSA}" bukan alamat. Isi misalnya https://tsa.contoh.go.id/tsr, atau hapus.'
    )

# --- BSrE: the e-Sign client service of the kabupaten --------------------------------------------------

SAKIP_BSRE_VERSION = env_choice("SAKIP_BSRE_VERSION", default="2", choices=("1", "2"))
SAKIP_BSRE_SECONDS = bsre_seconds()
SAKIP_BSRE_USER = env_text("SAKIP_BSRE_USER")
SAKIP_BSRE_PASSWORD = env_text("SAKIP_BSRE_PASSWORD")
SAKIP_BSRE_ADDRESS = bsre_address(user=SAKIP_BSRE_USER, password=SAKIP_BSRE_PASSWORD)
# By which the service is known, if it is not known to the system.
SAKIP_BSRE_CA = env_certificates("SAKIP_BSRE_CA")
# By which a signature is known to be of BSrE.
SAKIP_BSRE_ISSUERS = env_certificates("SAKIP_BSRE_ISSUERS")

# Whether the service is asked what it thinks of a file that was accepted here.
SAKIP_BSRE_VERIFY = env_bool("SAKIP_BSRE_VERIFY", default=False)

# How long signing stays closed after somebody else has opened an account for its owner.
SAKIP_SIGN_AFTER_HOURS = env_count("SAKIP_SIGN_AFTER_HOURS", default=24)

# --- Security headers --------------------------------------------------------------------------------

SAKIP_PROXY_COUNT = env_count("SAKIP_PROXY_COUNT", default=0)
if SAKIP_PROXY_COUNT:
    # Trusted only when the operator says that a proxy stands before us and overwrites this header.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SECURE_SSL_REDIRECT = IS_PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^sehat/$"]  # a health probe speaks plain HTTP to the process itself
SECURE_HSTS_SECONDS = env_count("SAKIP_HSTS_SECONDS", default=365 * 24 * 3600) if IS_PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_PRODUCTION
SECURE_HSTS_PRELOAD = IS_PRODUCTION
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = IS_PRODUCTION
CSRF_COOKIE_SECURE = IS_PRODUCTION
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],  # a draft is marked by a data: address in the CSS of its page
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "upgrade-insecure-requests": IS_PRODUCTION,
    }
}

# --- Logs --------------------------------------------------------------------------------------------

LOG_LEVEL = env_choice("SAKIP_LOG_LEVEL", default="INFO", choices=("DEBUG", "INFO", "WARNING", "ERROR"))
LOGGING = logging_settings(LOG_LEVEL)
