"""S3: sub-resources as they were put, policies without conditions, Object Lock as promised, replication that copies.

- moto loses fields of lifecycle, replication, logging and notification, and rejects others: what was put is
  kept as XML and given back.
- moto cannot evaluate a policy's conditions and takes a conditional Deny for an unconditional one, which
  locks every hardened bucket: statements with a condition are not judged at all.
- COMPLIANCE retention is never shortened, and a locked bucket stays versioned.
- An object is encrypted with a usable key or not at all, and read back only while the key is usable.
- New objects are copied where the replication rules say: see s3_replication.py.
"""

import json
import threading
from urllib.parse import parse_qs

from moto.iam.access_control import IAMPolicy, PermissionResult
from moto.kms.models import kms_backends
from moto.s3.exceptions import AccessDeniedByLock, InvalidBucketState, S3ClientError
from moto.s3.models import FakeBucket, S3Backend, s3_backends
from moto.s3.responses import S3Response

from patch import around, method_of
from services.kms import state_of_key
from services.s3_replication import replicate_new
from state import BUCKET_SUBRESOURCES

# moto knows these but loses fields.
LOSSY = ("lifecycle", "replication", "logging", "notification")
# moto rejects these. What AWS answers when none was put: a 404 with this code, or an empty answer.
REJECTED = {
    "intelligent-tiering": "NoSuchConfiguration",
    "metrics": "NoSuchConfiguration",
    "analytics": "NoSuchConfiguration",
    "inventory": "NoSuchConfiguration",
    "requestPayment": None,
}
TRANSITION_HEADER = "x-amz-transition-default-minimum-object-size"


# ---- sub-resources


def handle_bucket_request(environ, start_response, app):
    """Answers sub-resources of a bucket that moto cannot keep, and hands everything else to moto."""
    bucket, _, key = environ.get("PATH_INFO", "/").strip("/").partition("/")
    method = environ["REQUEST_METHOD"]
    query = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
    subresource = next((name for name in (*LOSSY, *REJECTED) if name in query), None)
    if key:
        return app(environ, start_response)
    if method == "DELETE" and not query:
        for kept in [kept for kept in BUCKET_SUBRESOURCES if kept[0] == bucket]:
            BUCKET_SUBRESOURCES.pop(kept)
    if not subresource:
        return app(environ, start_response)
    return _answer_subresource(environ, start_response, app, (bucket, subresource, query.get("id", [""])[0]))


def _answer_subresource(environ, start_response, app, where):
    method, subresource = environ["REQUEST_METHOD"], where[1]

    def answer(status, body=b"", headers=()):
        start_response(
            f"{status} X",
            [("Content-Type", "application/xml"), ("Content-Length", str(len(body))), *headers],
        )
        return [body]

    if method == "PUT":
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        headers = []
        if subresource == "lifecycle":
            sent = environ.get("HTTP_" + TRANSITION_HEADER.upper().replace("-", "_"))
            headers = [(TRANSITION_HEADER, sent or "all_storage_classes_128K")]
        BUCKET_SUBRESOURCES[where] = (body, headers)
        return answer(200, b"", headers)
    if method == "GET" and where in BUCKET_SUBRESOURCES:
        return answer(200, *BUCKET_SUBRESOURCES[where])
    if method == "DELETE":
        BUCKET_SUBRESOURCES.pop(where, None)
        return answer(204)
    code = REJECTED.get(subresource)
    if code:
        return answer(404, f"<Error><Code>{code}</Code><Message>none</Message></Error>".encode())
    return app(environ, start_response)


# ---- bucket policies


@method_of(FakeBucket)
def get_permission(self, action, resource):
    if self.policy is None:
        return PermissionResult.NEUTRAL
    document = json.loads(self.policy)
    statements = document["Statement"]
    if not isinstance(statements, list):
        statements = [statements]
    unconditional = [statement for statement in statements if not statement.get("Condition")]
    if not unconditional:
        return PermissionResult.NEUTRAL
    policy = IAMPolicy(json.dumps({**document, "Statement": unconditional}))
    return policy.is_action_permitted(action, resource)


# ---- Object Lock


@around(S3Backend, "put_object_retention")
def put_object_retention(original, self, bucket_name, key_name, version_id, retention):
    key = self.get_object(bucket_name, key_name, version_id=version_id)
    mode, until = retention
    locked = key is not None and key.lock_mode == "COMPLIANCE" and key.lock_until
    if locked and (mode != "COMPLIANCE" or str(until) < str(key.lock_until)):
        raise AccessDeniedByLock()
    return original(self, bucket_name, key_name, version_id, retention)


@around(S3Backend, "put_bucket_versioning")
def put_bucket_versioning(original, self, bucket_name, status):
    if self.get_bucket(bucket_name).object_lock_enabled and status != "Enabled":
        raise InvalidBucketState(
            "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed."
        )
    return original(self, bucket_name, status)


# ---- keys


def _require_usable(key_arn):
    """S3 asks KMS for every object under a customer-managed key."""
    if not (key_arn or "").startswith("arn:"):
        return
    _, _, _, region, account, resource = key_arn.split(":", 5)
    backend = kms_backends[account][region]
    state = state_of_key(backend.keys.get(backend.any_id_to_key_id(resource)))
    if state == "Disabled":
        raise S3ClientError("KMS.DisabledException", f"{key_arn} is disabled.")
    if state == "PendingDeletion":
        raise S3ClientError("KMS.KMSInvalidStateException", f"{key_arn} is pending deletion.")


class _Reading(threading.local):
    """Whether this thread answers GetObject: HeadObject, tagging and deletion need no key."""

    on = False


_reading = _Reading()


@around(S3Backend, "get_object")
def get_object(original, self, *args, **kwargs):
    key = original(self, *args, **kwargs)
    if key is not None and _reading.on:
        _require_usable(key.kms_key_id)
    return key


@around(S3Response, "get_object")
def answer_get_object(original, self):
    _reading.on = True
    try:
        return original(self)
    finally:
        _reading.on = False


# ---- replication


@around(S3Backend, "put_object")
def put_object(original, self, bucket_name, key_name, value, *args, **kwargs):
    rule = (self.get_bucket(bucket_name).encryption or {}).get("Rule") or {}
    default = rule.get("ApplyServerSideEncryptionByDefault") or {}
    _require_usable(kwargs.get("kms_key_id") or default.get("KMSMasterKeyID"))
    key = original(self, bucket_name, key_name, value, *args, **kwargs)
    replicate_new(key)
    return key
