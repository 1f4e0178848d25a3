"""What the emulator keeps, in memory until the process ends: moto's backends, and what is kept beside them."""

from typing import Any

from moto.core.base_backend import BackendDict, backend_lock
from moto.s3.models import s3_backends

# (account, region, service) -> what a service module keeps there.
_STATE: dict[tuple[str, str, str], dict[str, Any]] = {}
# (bucket, sub-resource, id) -> (the XML that was put, headers to answer with).
BUCKET_SUBRESOURCES: dict[tuple[str, str, str], tuple[bytes, list]] = {}


def state_of(account: str, region: str, service: str) -> dict[str, Any]:
    return _STATE.setdefault((account, region, service), {})


def clear() -> None:
    """Forgets everything that is kept beside moto."""
    _STATE.clear()
    BUCKET_SUBRESOURCES.clear()


def forget(account: str) -> None:
    """Forgets everything of one account, moto's backends included."""
    with backend_lock:
        for service in list(BackendDict._instances):
            service.pop(account, None)
    owned = [bucket for bucket, (_, owner) in s3_backends.bucket_accounts.items() if owner == account]
    for bucket in owned:
        s3_backends.bucket_accounts.pop(bucket)
    for where in [where for where in BUCKET_SUBRESOURCES if where[0] in owned]:
        BUCKET_SUBRESOURCES.pop(where)
    for where in [where for where in _STATE if where[0] == account]:
        _STATE.pop(where)
