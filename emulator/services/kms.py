"""KMS: the rotation period is kept, a seeded id is given to its key, and an unusable key is of no use.

On AWS a key that is disabled or pending deletion neither encrypts nor decrypts; moto refuses neither. moto
also takes a key's ARN for an unknown id where AWS accepts either, and makes a private key for a symmetric one, which
takes longer than all else that is done with it.
"""

import json

from moto.core.exceptions import JsonRESTError
from moto.kms import models
from moto.kms.models import KmsBackend
from moto.kms.responses import KmsResponse

from patch import around

DEFAULT_ROTATION_DAYS = 365

# (account, region, purpose) -> id, taken by the first key that asks for it.
_expected: dict[tuple[str, str, str], str] = {}


_private_key = models.generate_private_key
models.generate_private_key = lambda spec: None if spec == "SYMMETRIC_DEFAULT" else _private_key(spec)


def expect_keys(seeded):
    for key in seeded:
        _expected[(key["account"], key["region"], key["purpose"])] = key["id"]


# ---- seeded ids


@around(KmsBackend, "create_key")
def create_key(original, self, policy, key_usage, key_spec, description, tags, *args, **kwargs):
    key = original(self, policy, key_usage, key_spec, description, tags, *args, **kwargs)
    purpose = next((tag["TagValue"] for tag in tags or [] if tag["TagKey"] == "purpose"), None)
    seeded = _expected.pop((self.account_id, self.region_name, purpose), None)
    if seeded:
        self.keys[seeded] = self.keys.pop(key.id)
        self.tagger.tag_resource(seeded, tags)
        key.arn = key.arn.replace(key.id, seeded)
        key.id = seeded
    return key


# ---- rotation


def _key(response):
    backend = response.kms_backend
    return backend.keys[backend.get_key_id(response._get_param("KeyId"))]


@around(KmsResponse, "enable_key_rotation")
def enable_key_rotation(original, self):
    answer = original(self)
    _key(self).rotation_period = self._get_param("RotationPeriodInDays") or DEFAULT_ROTATION_DAYS
    return answer


@around(KmsResponse, "get_key_rotation_status")
def get_key_rotation_status(original, self):
    status = json.loads(original(self))
    if status["KeyRotationEnabled"]:
        status["RotationPeriodInDays"] = getattr(_key(self), "rotation_period", DEFAULT_ROTATION_DAYS)
    return json.dumps(status)


# ---- usable keys


def state_of_key(key):
    return key.key_state if key is not None else "Enabled"


def _require_usable(backend, key_id):
    key = backend.keys.get(key_id.split("/")[-1])
    if state_of_key(key) == "Disabled":
        raise JsonRESTError("DisabledException", f"{key.arn} is disabled.")
    if state_of_key(key) == "PendingDeletion":
        raise JsonRESTError("KMSInvalidStateException", f"{key.arn} is pending deletion.")


def by_id_or_arn(original, self, key_id, *args, **kwargs):
    return original(self, self.get_key_id(key_id), *args, **kwargs)


def with_usable_key(original, self, key_id, *args, **kwargs):
    _require_usable(self, self.any_id_to_key_id(key_id))
    return original(self, key_id, *args, **kwargs)


for operation in ("disable_key", "enable_key", "schedule_key_deletion", "cancel_key_deletion"):
    around(KmsBackend, operation)(by_id_or_arn)
for operation in ("encrypt", "generate_data_key"):
    around(KmsBackend, operation)(with_usable_key)


@around(KmsBackend, "decrypt")
def decrypt(original, self, *args, **kwargs):
    """Only the ciphertext says which key it needs, so it is asked for afterwards."""
    answer = original(self, *args, **kwargs)
    _require_usable(self, answer[1])
    return answer
