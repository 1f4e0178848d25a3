"""GuardDuty: publishing destinations, which moto lacks, and features one by one. Nothing is detected or published."""

import uuid

from moto.guardduty.models import Detector

from patch import around
from request import Answer, Refusal, Request


@around(Detector, "update")
def update(original, self, enable, finding_publishing_frequency, data_sources, features):
    """On AWS an update names the features that change; moto forgets the others."""
    if features is not None:
        merged = {feature["name"]: feature for feature in [*(self.features or []), *features]}
        features = list(merged.values())
    original(self, enable, finding_publishing_frequency, data_sources, features)


def handle(request: Request) -> Answer:
    match request.path_parts:
        case ["detector", detector, "publishingDestination"]:
            destinations = request.state.setdefault(detector, {})
            return _create(request, destinations) if request.method == "POST" else _list(destinations)
        case ["detector", detector, "publishingDestination", identifier]:
            return _destination(request, request.state.setdefault(detector, {}), identifier)
    return None


def _create(request: Request, destinations) -> Answer:
    identifier = uuid.uuid4().hex
    destinations[identifier] = {
        "destinationId": identifier,
        "status": "PUBLISHING",
        "publishingFailureStartTimestamp": 0,
        "destinationType": request.parameters["destinationType"],
        "destinationProperties": request.parameters["destinationProperties"],
        "tags": request.parameters.get("tags") or {},
    }
    return {"destinationId": identifier}


def _list(destinations) -> Answer:
    shown = ("destinationId", "destinationType", "status")
    return {"destinations": [{name: one[name] for name in shown} for one in destinations.values()]}


def _destination(request: Request, destinations, identifier: str) -> Answer:
    if identifier not in destinations:
        return Refusal(
            "BadRequestException",
            "The request is rejected because the input destinationId is not owned by the current account.",
        )
    if request.method == "GET":
        return destinations[identifier]
    if request.method == "POST":
        destinations[identifier]["destinationProperties"] = request.parameters["destinationProperties"]
    else:
        destinations.pop(identifier)
    return {}
