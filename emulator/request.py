"""What a service module is asked, and how it answers."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote


@dataclass(frozen=True)
class Request:
    """A signed request to a service that this emulator may answer itself."""

    method: str
    # Still percent-encoded where the client sent it so: an ARN in a path keeps its slashes apart.
    path: str
    # Last part of the target header, e.g. `CreateRuleGroup`.
    operation: str
    parameters: dict[str, Any]
    # As it was sent, for protocols other than JSON.
    body: bytes
    # What the service's module keeps for this account and region.
    state: dict[str, Any]
    account: str
    region: str

    @property
    def path_parts(self) -> list[str]:
        return [unquote(part) for part in self.path.strip("/").split("/")]

    def arn(self, service: str, resource: str) -> str:
        return f"arn:aws:{service}:{self.region}:{self.account}:{resource}"


@dataclass(frozen=True)
class Refusal:
    """An error as AWS's JSON protocols answer it."""

    code: str
    message: str
    status: int = 400


def not_found(status: int = 400) -> Refusal:
    return Refusal("ResourceNotFoundException", "not found", status)


# What a module answers: a body, XML, an error, or nothing, which leaves the request to moto.
Answer = dict[str, Any] | str | Refusal | None


def public(kept: dict[str, Any]) -> dict[str, Any]:
    """What AWS shows of something: names with a leading underscore are this emulator's own."""
    return {name: value for name, value in kept.items() if not name.startswith("_")}
