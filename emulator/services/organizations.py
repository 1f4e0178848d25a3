"""Organizations: declarative, backup and chatbot policies, and the organization's resource policy.

moto knows service control, resource control and tag policies alone.
"""

import json
import uuid
from dataclasses import dataclass

from moto.organizations.models import FakePolicy, FakeRoot, OrganizationsBackend
from moto.organizations.responses import OrganizationsResponse
from moto.organizations.utils import TAG_POLICY_ARN_FORMAT

from patch import around, method_of

# Type -> its part of the ARN.
ADDED_TYPES = {
    "BACKUP_POLICY": "backup_policy",
    "DECLARATIVE_POLICY_EC2": "declarative_policy_ec2",
    "CHATBOT_POLICY": "chatbot_policy",
}

for known in (FakeRoot.SUPPORTED_POLICY_TYPES, FakePolicy.SUPPORTED_POLICY_TYPES):
    known += [added for added in ADDED_TYPES if added not in known]


@around(FakePolicy, "__init__")
def create_policy(original, self, organization, **kwargs):
    """A policy of an added type is a tag policy to moto, under its own name."""
    kind = kwargs.get("Type", "")
    if kind not in ADDED_TYPES:
        original(self, organization, **kwargs)
        return
    original(self, organization, **{**kwargs, "Type": "TAG_POLICY"})
    self.type = kind
    self._arn_format = TAG_POLICY_ARN_FORMAT.replace("tag_policy", ADDED_TYPES[kind])


@dataclass
class ResourcePolicy:
    arn: str
    content: str
    tags: dict[str, str]

    @property
    def id(self) -> str:
        return self.arn.rsplit("/", 1)[-1]

    def described(self) -> str:
        summary = {"Id": self.id, "Arn": self.arn}
        return json.dumps({"ResourcePolicy": {"ResourcePolicySummary": summary, "Content": self.content}})


# An organization has one resource policy at most.
OrganizationsBackend.resource_policy = None


@method_of(OrganizationsResponse)
def put_resource_policy(self):
    backend = self.organizations_backend
    asked = json.loads(self.body)
    before = backend.resource_policy
    identifier = f"resourcepolicy/{backend.org.id}/rp-{uuid.uuid4().hex[:8]}"
    tags = {tag["Key"]: tag["Value"] for tag in asked.get("Tags") or []}
    backend.resource_policy = ResourcePolicy(
        arn=before.arn if before else f"arn:aws:organizations::{self.current_account}:{identifier}",
        content=asked["Content"],
        tags=tags or (before.tags if before else {}),
    )
    return backend.resource_policy.described()


@method_of(OrganizationsResponse)
def describe_resource_policy(self):
    policy = self.organizations_backend.resource_policy
    if policy:
        return policy.described()
    code = "ResourcePolicyNotFoundException"
    body = json.dumps({"__type": code, "message": "not found"})
    return 400, {"status": 400, "x-amzn-ErrorType": code}, body


@method_of(OrganizationsResponse)
def delete_resource_policy(self):
    self.organizations_backend.resource_policy = None
    return "{}"


@around(OrganizationsBackend, "_get_resource_for_tagging")
def get_resource_for_tagging(original, self, resource_id):
    return self.resource_policy if resource_id.startswith("rp-") else original(self, resource_id)
