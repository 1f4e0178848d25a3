"""S3 replication: objects are copied where the rules say, into other accounts too; moto copies nothing.

A replica is under the key that the rule names and under its bucket's lock, has the version id and the metadata of
what it is a copy of, not its checksum, and is not replicated again. Both sides answer HeadObject and GetObject with x-amz-replication-status.
A copy that cannot be written leaves its source FAILED. What was there before the rule has no status until a
batch job copies it: see s3_batch.py. Delete markers are not copied. On AWS all of this takes a while; here it
has happened when the request is answered.
"""

import threading

import xmltodict
from moto.kms.models import kms_backends
from moto.s3.models import FakeKey, S3Backend, s3_backends

from state import BUCKET_SUBRESOURCES


class _Copying(threading.local):
    """The version that this thread writes a replica of: replicas are not replicated again."""

    of: FakeKey | None = None


_copying = _Copying()
_moto_headers = FakeKey.response_dict.fget


def _headers(self):
    status = getattr(self, "replication_status", None)
    return _moto_headers(self) | ({"x-amz-replication-status": status} if status else {})


FakeKey.response_dict = property(_headers)


def replicate_new(key: FakeKey) -> None:
    """What happens to an object that has just been written, by whoever."""
    if _copying.of is None:
        replicate(key)
    else:
        _become_replica(key, _copying.of)


def replicate(key: FakeKey) -> bool:
    """Copies one version where the rules of its bucket say. Returns whether a rule is about it."""
    stored = BUCKET_SUBRESOURCES.get((key.bucket_name, "replication", ""))
    if not stored or getattr(key, "replication_status", None) == "REPLICA":
        return False
    configuration = xmltodict.parse(stored[0], force_list=("Rule",))["ReplicationConfiguration"]
    rules = [rule for rule in configuration["Rule"] if _is_about(rule, key.name)]
    for rule in rules:
        key.replication_status = "COMPLETED" if _write_replica(rule["Destination"], key) else "FAILED"
    return bool(rules)


def _is_about(rule, name):
    prefix = (rule.get("Filter") or {}).get("Prefix") or rule.get("Prefix") or ""
    return rule["Status"] == "Enabled" and name.startswith(prefix)


def _write_replica(destination, key):
    target = destination["Bucket"].split(":::")[-1]
    if target not in s3_backends.bucket_accounts:
        return False
    partition, account = s3_backends.bucket_accounts[target]
    backend: S3Backend = s3_backends[account][partition]
    if any(version.version_id == key.version_id for version in backend.get_bucket(target).keys.getlist(key.name, [])):
        return True
    key_arn = _resolved((destination.get("EncryptionConfiguration") or {}).get("ReplicaKmsKeyID"))
    _copying.of = key
    try:
        backend.put_object(
            target,
            key.name,
            key.value,
            encryption="aws:kms" if key_arn else None,
            kms_key_id=key_arn,
            **_lock_of(backend.get_bucket(target)),
        )
        # What is current is what was written last, in whichever order it arrives.
        keys = backend.get_bucket(target).keys
        keys.setlist(key.name, sorted(keys.getlist(key.name), key=lambda version: version.last_modified))
        return True
    except Exception:
        # An unusable key, a refusing bucket: the source says so and nothing more.
        return False
    finally:
        _copying.of = None


def _lock_of(bucket):
    """moto applies a bucket's default retention to what a request puts, and not to what it puts itself."""
    if not bucket.has_default_lock:
        return {}
    return {"lock_mode": bucket.default_lock_mode, "lock_until": bucket.default_retention()}


def _become_replica(replica, source):
    replica.replication_status = "REPLICA"
    replica._version_id = source._version_id
    replica.last_modified = source.last_modified
    # The same, and not a copy: moto fills it in once the object is written.
    replica._metadata = source._metadata


def _resolved(key_arn):
    """A replica's key may be named by its alias; the replica names the key itself."""
    if not key_arn or ":alias/" not in key_arn:
        return key_arn
    _, _, _, region, account, alias = key_arn.split(":", 5)
    backend = kms_backends[account][region]
    return backend.keys[backend.any_id_to_key_id(alias)].arn
