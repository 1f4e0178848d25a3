"""Network Firewall: rule groups and policies, protections, deletion, and an endpoint in every subnet.

moto has firewalls and their logging. On AWS a firewall has one VPC endpoint in each of its subnets, which
routes can lead through: `firewall_status` names them. Nothing is filtered.
"""

import json
import uuid

from moto.ec2.models import ec2_backends
from moto.networkfirewall.models import NetworkFirewallModel as NFM
from moto.networkfirewall.responses import NetworkFirewallResponse as NFR


_init = NFM.__init__


def _init_firewall(self, account_id, region_name, **kwargs):
    """Protections are off unless they are asked for, and the firewall is in sync in each of its zones."""
    for protection in ("delete_protection", "subnet_change_protection", "firewall_policy_change_protection"):
        kwargs[protection] = bool(kwargs.get(protection))
    _init(self, account_id, region_name, **kwargs)
    ec2 = ec2_backends[account_id][region_name]
    subnets = [ec2.get_subnet(mapping["SubnetId"]) for mapping in self.subnet_mappings]
    self.firewall_status["SyncStates"] = {
        subnet.availability_zone: {"Attachment": _attachment(ec2, subnet, self.arn), "Config": {}}
        for subnet in subnets
    }


def _attachment(ec2, subnet, firewall_arn):
    """AWS makes the endpoint; routes can lead to it as to a gateway load balancer's."""
    endpoint = ec2.create_vpc_endpoint(
        vpc_id=subnet.vpc_id,
        service_name=f"com.amazonaws.vpce.{ec2.region_name}.network-firewall",
        endpoint_type="GatewayLoadBalancer",
        policy_document=None,
        route_table_ids=[],
        subnet_ids=[subnet.id],
        tags={"Firewall": firewall_arn, "AWSNetworkFirewallManaged": "true"},
    )
    return {"SubnetId": subnet.id, "EndpointId": endpoint.id, "Status": "READY"}


NFM.__init__ = _init_firewall


def _nf(self):
    return self.networkfirewall_backend._get_firewall(
        self._get_param("FirewallArn"), self._get_param("FirewallName")
    )


def delete_firewall(self):
    f = _nf(self)
    self.networkfirewall_backend.firewalls.pop(f.arn)
    return json.dumps(
        {
            "Firewall": f.to_dict(),
            "FirewallStatus": {"Status": "DELETING", "ConfigurationSyncStateSummary": "IN_SYNC"},
        }
    )


def _nf_prot(key, attr):
    def f(self):
        fw = _nf(self)
        setattr(fw, attr, self._get_param(key))
        return json.dumps({"FirewallArn": fw.arn, key: getattr(fw, attr), "UpdateToken": fw.update_token})

    return f


NFR.delete_firewall = delete_firewall
NFR.update_firewall_delete_protection = _nf_prot("DeleteProtection", "delete_protection")
NFR.update_subnet_change_protection = _nf_prot("SubnetChangeProtection", "subnet_change_protection")
NFR.update_firewall_policy_change_protection = _nf_prot(
    "FirewallPolicyChangeProtection", "firewall_policy_change_protection"
)


def nfw(op, p, s, acct, region):
    g = s.setdefault("o", {})
    pre = f"arn:aws:network-firewall:{region}:{acct}:"
    kind = (
        "RuleGroup"
        if "RuleGroup" in op
        else "FirewallPolicy"
        if "FirewallPolicy" in op and "Firewall" in op
        else None
    )
    if op in ("ListTagsForResource", "TagResource", "UntagResource") and p["ResourceArn"] in g:
        o = g[p["ResourceArn"]]
        if op == "TagResource":
            o["tags"] = [t for t in o["tags"] if t["Key"] not in {x["Key"] for x in p["Tags"]}] + p["Tags"]
        if op == "UntagResource":
            o["tags"] = [t for t in o["tags"] if t["Key"] not in p["TagKeys"]]
        return {"Tags": o["tags"]} if op.startswith("List") else {}
    if kind is None or op.startswith("Associate"):
        return None

    def find():
        for o in g.values():
            if o["kind"] == kind and (
                p.get(kind + "Arn") == o["arn"]
                or (p.get(kind + "Name") == o["name"] and p.get("Type") in (None, o["p"].get("Type")))
            ):
                return o
        return None

    if op == "Create" + kind:
        t = (p.get("Type") or "").lower()
        arn = pre + (f"{t}-rulegroup/" if kind == "RuleGroup" else "firewall-policy/") + p[kind + "Name"]
        g[arn] = {
            "kind": kind,
            "arn": arn,
            "name": p[kind + "Name"],
            "p": dict(p),
            "tags": p.get("Tags") or [],
            "id": str(uuid.uuid4()),
        }
    o = find()
    if not o:
        return ("ResourceNotFoundException", "not found")
    if op == "Update" + kind:
        o["p"].update({k: v for k, v in p.items() if k != "UpdateToken"})
    if op == "Delete" + kind:
        g.pop(o["arn"])
    resp = {
        kind + "Arn": o["arn"],
        kind + "Name": o["name"],
        kind + "Id": o["id"],
        kind + "Status": "DELETING" if op.startswith("Delete") else "ACTIVE",
        "Tags": o["tags"],
    }
    for k in ("Description", "EncryptionConfiguration", "Type", "Capacity"):
        if o["p"].get(k) is not None:
            resp[k] = o["p"][k]
    out = {"UpdateToken": "t", kind + "Response": resp}
    if op == "Describe" + kind:
        out[kind] = o["p"].get(kind)
    return out
