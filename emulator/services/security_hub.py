"""Security Hub: `AutoEnableControls` is a setting; moto answers a constant. Nothing is checked."""

from moto.securityhub.models import SecurityHubBackend, securityhub_backends

from patch import around
from request import Answer, Request


@around(SecurityHubBackend, "describe_hub")
def describe_hub(original, self, hub_arn=None):
    return {**original(self, hub_arn), "AutoEnableControls": getattr(self, "auto_enable_controls", True)}


def handle(request: Request) -> Answer:
    if (request.method, request.path) != ("PATCH", "/accounts"):
        return None
    backend = securityhub_backends[request.account][request.region]
    backend.auto_enable_controls = request.parameters.get("AutoEnableControls", True)
    return {}
