"""GuardDuty: publishing destinations, and features one by one. Nothing is detected and nothing published.

On AWS an update names the features that change; moto forgets the others.
"""

import uuid

from moto.guardduty.models import Detector

_update = Detector.update


def update(self, enable, finding_publishing_frequency, data_sources, features):
    if features is not None:
        merged = {feature["name"]: feature for feature in [*(self.features or []), *features]}
        features = list(merged.values())
    _update(self, enable, finding_publishing_frequency, data_sources, features)


Detector.update = update


def guardduty(method, path, p, s, acct, region):
    parts = path.strip("/").split("/")
    if parts[0] != "detector" or parts[2:3] != ["publishingDestination"]:
        return None
    g = s.setdefault(parts[1], {})
    i = parts[3] if len(parts) > 3 else None
    if method == "POST" and not i:
        i = uuid.uuid4().hex
        g[i] = {
            "destinationId": i,
            "status": "PUBLISHING",
            "publishingFailureStartTimestamp": 0,
            "destinationType": p["destinationType"],
            "destinationProperties": p["destinationProperties"],
            "tags": p.get("tags") or {},
        }
        return {"destinationId": i}
    if not i:
        return {
            "destinations": [
                {k: d[k] for k in ("destinationId", "destinationType", "status")} for d in g.values()
            ]
        }
    if i not in g:
        return (
            "BadRequestException",
            "The request is rejected because the input destinationId is not owned by the current account.",
        )
    if method == "POST":
        g[i]["destinationProperties"] = p["destinationProperties"]
        return {}
    return g[i] if method == "GET" else g.pop(i) and {}
