"""CloudTrail: an ARN is accepted wherever a name is, as on AWS; moto compares names alone.

Each region has the pair of keys with which CloudTrail signs its digests: ListPublicKeys, which moto lacks, gives
the public one. Nothing is recorded here: whoever plays CloudTrail's part asks this emulator for the private one.
"""

import base64
import hashlib
import json
import time
from functools import cache

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from moto.cloudtrail.models import CloudTrailBackend
from moto.cloudtrail.responses import CloudTrailResponse

from patch import method_of


KEY_BITS = 2048
YEAR = 365 * 24 * 60 * 60


# ---- signing


@cache
def _signing_key(region: str):
    return rsa.generate_private_key(public_exponent=65537, key_size=KEY_BITS)


def _public_key(region: str) -> bytes:
    return _signing_key(region).public_key().public_bytes(Encoding.DER, PublicFormat.PKCS1)


def _fingerprint(region: str) -> str:
    return hashlib.md5(_public_key(region), usedforsecurity=False).hexdigest()


def signer(region: str) -> dict[str, str]:
    """What CloudTrail signs with in a region: nobody but CloudTrail has it on AWS."""
    private = _signing_key(region).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return {"fingerprint": _fingerprint(region), "privateKey": private.decode()}


@method_of(CloudTrailResponse)
def list_public_keys(self):
    now = int(time.time())
    key = {
        "Value": base64.b64encode(_public_key(self.region)).decode(),
        "ValidityStartTime": now - YEAR,
        "ValidityEndTime": now + YEAR,
        "Fingerprint": _fingerprint(self.region),
    }
    return json.dumps({"PublicKeyList": [key]})


# ---- trails


@method_of(CloudTrailBackend)
def delete_trail(self, name):
    self.trails.pop(self.get_trail(name).trail_name, None)


@method_of(CloudTrailResponse)
def describe_trails(self):
    wanted = self._get_param("trailNameList") or []
    trails = self.cloudtrail_backend.describe_trails(self._get_param("includeShadowTrails", True))
    described = [
        {**trail.description(include_region=True), "HasInsightSelectors": bool(trail.insight_selectors)}
        for trail in trails
        if not wanted or trail.arn in wanted or trail.trail_name in wanted
    ]
    return json.dumps({"trailList": described})
