"""What the emulator keeps beside moto's own backends, in memory, until the process ends."""

from typing import Any

# (account, region, service) -> what a service module keeps there.
_STATE: dict[tuple[str, str, str], dict[str, Any]] = {}
# (bucket, sub-resource, id) -> (the XML that was put, headers to answer with).
BUCKET_SUBRESOURCES: dict[tuple[str, str, str], tuple[bytes, list]] = {}


def state_of(account: str, region: str, service: str) -> dict[str, Any]:
    return _STATE.setdefault((account, region, service), {})


def clear() -> None:
    _STATE.clear()
    BUCKET_SUBRESOURCES.clear()
