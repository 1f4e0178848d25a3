"""Organizations: declarative and backup policies, the organization's resource policy.

moto knows service control, resource control and tag policies alone.
"""

import json
import uuid

from moto.organizations import models as om, utils as ou
from moto.organizations.responses import OrganizationsResponse as OR


EXTRA = {
    "BACKUP_POLICY": "backup_policy",
    "DECLARATIVE_POLICY_EC2": "declarative_policy_ec2",
    "CHATBOT_POLICY": "chatbot_policy",
}
for c in (om.FakeRoot, om.FakePolicy):
    c.SUPPORTED_POLICY_TYPES += [t for t in EXTRA if t not in c.SUPPORTED_POLICY_TYPES]
_fp = om.FakePolicy.__init__


def _policy_init(self, organization, **kw):
    t = kw.get("Type", "")
    _fp(self, organization, **({**kw, "Type": "TAG_POLICY"} if t in EXTRA else kw))
    if t in EXTRA:
        self.type = t
        self._arn_format = ou.TAG_POLICY_ARN_FORMAT.replace("tag_policy", EXTRA[t])


om.FakePolicy.__init__ = _policy_init


class _RP:
    def __init__(self, arn, content, tags):
        self.id = arn.rsplit("/", 1)[-1]
        self.arn = arn
        self.content = content
        self.tags = tags

    def out(self):
        return {
            "ResourcePolicy": {
                "ResourcePolicySummary": {"Id": self.id, "Arn": self.arn},
                "Content": self.content,
            }
        }


def put_resource_policy(self):
    b = self.organizations_backend
    old = getattr(b, "_rp", None)
    p = json.loads(self.body)
    arn = (
        old.arn
        if old
        else f"arn:aws:organizations::{self.current_account}:resourcepolicy/{b.org.id}/rp-{uuid.uuid4().hex[:8]}"
    )
    b._rp = _RP(
        arn, p["Content"], {t["Key"]: t["Value"] for t in p.get("Tags") or []} or (old.tags if old else {})
    )
    return json.dumps(b._rp.out())


def _err(code, msg="not found", status=400):
    return (
        status,
        {"status": status, "x-amzn-ErrorType": code},
        json.dumps({"__type": code, "message": msg}),
    )


def describe_resource_policy(self):
    rp = getattr(self.organizations_backend, "_rp", None)
    return json.dumps(rp.out()) if rp else _err("ResourcePolicyNotFoundException")


def delete_resource_policy(self):
    self.organizations_backend._rp = None
    return "{}"


OR.put_resource_policy, OR.describe_resource_policy, OR.delete_resource_policy = (
    put_resource_policy,
    describe_resource_policy,
    delete_resource_policy,
)
_gt = om.OrganizationsBackend._get_resource_for_tagging
om.OrganizationsBackend._get_resource_for_tagging = lambda self, rid: (
    self._rp if rid.startswith("rp-") else _gt(self, rid)
)
