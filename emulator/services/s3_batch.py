"""S3 Batch Operations: jobs that replicate what a bucket holds already, which moto has no routes for.

A job finds its objects by the rules and the replication status of every version, as S3's manifest generator does,
copies them at once, and is complete when CreateJob is answered. As on AWS a job that finds nothing fails, and a
repeated ClientRequestToken is the job of the first time. Other operations and manifests are refused.
"""

import uuid
from datetime import datetime, timezone

import xmltodict
from moto.s3.models import FakeKey, s3_backends

from request import Answer, Refusal, Request
from services.s3_replication import replicate

NAMESPACE = "http://awss3control.amazonaws.com/doc/2018-08-20/"


def handle(request: Request) -> Answer:
    jobs = request.state.setdefault("jobs", {})
    match request.path_parts:
        case [_, "jobs"] if request.method == "POST":
            return _create(request, jobs)
        case [_, "jobs"] if request.method == "GET":
            return _answer("ListJobsResult", {"Jobs": {"member": [_listed(job) for job in jobs.values()]}})
        case [_, "jobs", job] if request.method == "GET" and job in jobs:
            return _answer("DescribeJobResult", {"Job": _public(jobs[job])})
    return Refusal("NoSuchJob", "no such job", 404)


def _create(request: Request, jobs) -> Answer:
    asked = xmltodict.parse(request.body)["CreateJobRequest"]
    known = next((job for job in jobs.values() if job["_token"] == asked["ClientRequestToken"]), None)
    if known:
        return _answer("CreateJobResult", {"JobId": known["JobId"]})
    generator = (asked.get("ManifestGenerator") or {}).get("S3JobManifestGenerator")
    if "S3ReplicateObject" not in asked["Operation"] or not generator:
        return Refusal("NotEmulated", "only S3ReplicateObject with a generated manifest is emulated")
    statuses = ((generator.get("Filter") or {}).get("ObjectReplicationStatuses") or {}).get("member") or []
    bucket = generator["SourceBucket"].split(":::")[-1]
    copied = [replicate(version) for version in _versions(bucket, [statuses] if isinstance(statuses, str) else statuses)]
    tasks = len([one for one in copied if one])
    job = {
        "JobId": str(uuid.uuid4()),
        "Status": "Complete" if tasks else "Failed",
        "Description": asked.get("Description", ""),
        "RoleArn": asked["RoleArn"],
        "Priority": asked["Priority"],
        "CreationTime": datetime.now(timezone.utc).isoformat(),
        "ProgressSummary": {"TotalNumberOfTasks": tasks, "NumberOfTasksSucceeded": tasks, "NumberOfTasksFailed": 0},
        "_token": asked["ClientRequestToken"],
    }
    jobs[job["JobId"]] = job
    return _answer("CreateJobResult", {"JobId": job["JobId"]})


def _versions(bucket, statuses):
    partition, account = s3_backends.bucket_accounts[bucket]
    keys = s3_backends[account][partition].get_bucket(bucket).keys
    for name in list(keys):
        for version in list(keys.getlist(name)):
            status = getattr(version, "replication_status", None) or "NONE"
            if isinstance(version, FakeKey) and (not statuses or status in statuses):
                yield version


def _public(job):
    return {name: value for name, value in job.items() if not name.startswith("_")}


def _listed(job):
    return _public(job) | {"Operation": "S3ReplicateObject"}


def _answer(name, content) -> str:
    return xmltodict.unparse({name: {"@xmlns": NAMESPACE, **content}})
