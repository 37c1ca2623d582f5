"""Django and Wagtail, set up from a site's settings.

There is no settings module: ``configure`` is called once by each process that
needs the newsroom. SQLite is set for many readers and one durable writer;
every transaction begins IMMEDIATE, so appends to the journal are serialised.
"""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import django
from django.conf import settings as django_settings

from dateline.errors import DatelineError
from dateline.settings import Settings

BUSY_SECONDS = 20
UPLOAD_LIMIT = 40 * 1024 * 1024

INSTALLED_APPS = [
    "dateline.newsroom",
    "wagtail.contrib.typed_table_block",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

# Durable through a power cut; and what a kill removes is overwritten.
_SQLITE_PRAGMAS = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
PRAGMA mmap_size = 134217728;
PRAGMA cache_size = -16000;
PRAGMA temp_store = MEMORY;
"""


class DatabaseUrlError(DatelineError):
    """The database of the site cannot be understood."""

    hint = (
        'In dateline.toml say [database] url = "sqlite", or'
        ' "postgresql://user:password@host/name".'
    )


def configure(settings: Settings) -> None:
    """Set up Django and Wagtail for a site; once a process."""
    settings.data.mkdir(parents=True, exist_ok=True)
    django_settings.configure(**values(settings))
    django.setup()


def values(settings: Settings) -> dict[str, Any]:
    """Return Django's settings for a site."""
    return {
        "DATELINE": settings,
        "DEBUG": settings.debug,
        "SECRET_KEY": settings.secret_key,
        "ALLOWED_HOSTS": ["*"],  # the address it is bound to is what guards it
        "CSRF_TRUSTED_ORIGINS": _origins(settings),
        "ROOT_URLCONF": "dateline.newsroom.urls",
        "INSTALLED_APPS": INSTALLED_APPS,
        "MIDDLEWARE": MIDDLEWARE,
        "TEMPLATES": [_templates()],
        "DATABASES": {"default": database(settings)},
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "USE_TZ": True,
        "TIME_ZONE": settings.site.zone,
        "USE_I18N": True,
        "LANGUAGE_CODE": "en-gb",
        "STATIC_URL": "/static/",
        "STORAGES": _storages(settings),
        "MEDIA_ROOT": str(settings.data / "desk-files"),
        "MEDIA_URL": "/desk-files/",
        "DATA_UPLOAD_MAX_MEMORY_SIZE": UPLOAD_LIMIT,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": 10_000,
        "AUTH_PASSWORD_VALIDATORS": _password_rules(),
        "LOGIN_URL": "wagtailadmin_login",
        "LOGIN_REDIRECT_URL": "wagtailadmin_home",
        "SESSION_COOKIE_NAME": "dateline_newsroom",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.newsroom_url.startswith("https://"),
        "CSRF_COOKIE_SECURE": settings.newsroom_url.startswith("https://"),
        # Notices are kept in a cookie: a headline must not stay in the database.
        "MESSAGE_STORAGE": "django.contrib.messages.storage.cookie.CookieStorage",
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_REFERRER_POLICY": "same-origin",
        "WAGTAIL_SITE_NAME": settings.site.name,
        "WAGTAILADMIN_BASE_URL": settings.newsroom_url,
        "WAGTAIL_I18N_ENABLED": False,
        "WAGTAIL_ENABLE_UPDATE_CHECK": False,  # a newsroom calls nobody
        "WAGTAIL_GRAVATAR_PROVIDER_URL": None,
        "WAGTAIL_PASSWORD_RESET_ENABLED": False,  # it needs mail; `dateline user add`
        "WAGTAILADMIN_COMMENTS_ENABLED": False,
        "WAGTAILSEARCH_BACKENDS": {
            "default": {"BACKEND": "wagtail.search.backends.database"}
            | {"AUTO_UPDATE": False}  # its index costs more the more there is
        },
        "EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend",
        "LOGGING": _logging(),
    }


def database(settings: Settings) -> dict[str, Any]:
    """Return Django's description of a site's database.

    Raises DatabaseUrlError if it is neither SQLite nor PostgreSQL.
    """
    if settings.database == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(settings.database_path),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": BUSY_SECONDS,
                "init_command": _SQLITE_PRAGMAS,
            },
        }
    return _postgresql(settings.database)


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        shown = parts._replace(netloc=parts.hostname or "").geturl()
        raise DatabaseUrlError(f"{shown} is no database URL")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or parts.hostname or "",
        "PORT": str(parts.port or options.pop("port", "")),
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _origins(settings: Settings) -> list[str]:
    parts = urlsplit(settings.newsroom_url)
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []


def _templates() -> dict[str, Any]:
    return {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }


def _storages(settings: Settings) -> dict[str, Any]:
    return {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(settings.data / "desk-files")},
        },
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        },
    }


def _password_rules() -> list[dict[str, Any]]:
    base = "django.contrib.auth.password_validation"
    return [
        {"NAME": f"{base}.UserAttributeSimilarityValidator"},
        {"NAME": f"{base}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
        {"NAME": f"{base}.CommonPasswordValidator"},
    ]


def _logging() -> dict[str, Any]:
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "handlers": {"stderr": {"class": "logging.StreamHandler"}},
        "loggers": {
            "django": {"handlers": ["stderr"], "level": "WARNING"},
            "dateline": {"handlers": ["stderr"], "level": "INFO"},
        },
    }
