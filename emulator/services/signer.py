"""Signer: signing jobs, which moto lacks. What is signed is the same bytes at another place: nothing is signed."""

import time
import uuid

from moto.s3.models import s3_backends
from moto.signer.models import signer_backends

from request import Answer, Refusal, Request


def handle(request: Request) -> Answer:
    match request.path_parts:
        case ["signing-jobs"] if request.method == "POST":
            return _start(request)
        case ["signing-jobs", job]:
            return request.state.get(job) or Refusal("ResourceNotFoundException", f"no job {job}", 404)
    return None


def _start(request: Request) -> Answer:
    asked = request.parameters
    profile = signer_backends[request.account][request.region].signing_profiles.get(asked["profileName"])
    source, destination = asked["source"]["s3"], asked["destination"]["s3"]
    bytes_of_code = _read(source)
    if profile is None or bytes_of_code is None:
        return Refusal("ResourceNotFoundException", "the profile or the version of the object does not exist", 404)
    job = str(uuid.uuid4())
    signed = {"bucketName": destination["bucketName"], "key": f"{destination.get('prefix', '')}{job}.zip"}
    _backend(signed["bucketName"]).put_object(signed["bucketName"], signed["key"], bytes_of_code)
    now = int(time.time())
    request.state[job] = {
        "jobId": job,
        "status": "Succeeded",
        "source": asked["source"],
        "signedObject": {"s3": signed},
        "profileName": profile.name,
        "profileVersion": profile.profile_version,
        "platformId": profile.platform_id,
        "createdAt": now,
        "completedAt": now,
        "jobOwner": request.account,
        "jobInvoker": request.account,
    }
    return {"jobId": job, "jobOwner": request.account}


def _backend(bucket: str):
    partition, account = s3_backends.bucket_accounts[bucket]
    return s3_backends[account][partition]


def _read(source):
    if source["bucketName"] not in s3_backends.bucket_accounts:
        return None
    key = _backend(source["bucketName"]).get_object(source["bucketName"], source["key"], version_id=source["version"])
    return key.value if key else None
