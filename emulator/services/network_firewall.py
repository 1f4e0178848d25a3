"""Network Firewall: rule groups and policies, protections, deletion, and an endpoint in every subnet.

moto has firewalls and their logging. On AWS a firewall has one VPC endpoint in each of its subnets, which
routes can lead through: its status names them. Nothing is filtered.
"""

import json
import uuid

from moto.ec2.models import ec2_backends
from moto.networkfirewall.models import NetworkFirewallModel
from moto.networkfirewall.responses import NetworkFirewallResponse

from patch import around, method_of
from request import Answer, Request, not_found
from tags import TAG_OPERATIONS, handle_tags

# Parameter -> moto's attribute. Off unless asked for.
PROTECTIONS = {
    "DeleteProtection": "delete_protection",
    "SubnetChangeProtection": "subnet_change_protection",
    "FirewallPolicyChangeProtection": "firewall_policy_change_protection",
}
KEPT = ("Description", "EncryptionConfiguration", "Type", "Capacity")


# ---- firewalls


@around(NetworkFirewallModel, "__init__")
def create_firewall(original, self, account_id, region_name, **kwargs):
    for protection in PROTECTIONS.values():
        kwargs[protection] = bool(kwargs.get(protection))
    original(self, account_id, region_name, **kwargs)
    ec2 = ec2_backends[account_id][region_name]
    subnets = [ec2.get_subnet(mapping["SubnetId"]) for mapping in self.subnet_mappings]
    self.firewall_status["SyncStates"] = {
        subnet.availability_zone: {"Attachment": _attachment(ec2, subnet, self.arn), "Config": {}} for subnet in subnets
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


def _firewall(response):
    backend = response.networkfirewall_backend
    return backend._get_firewall(response._get_param("FirewallArn"), response._get_param("FirewallName"))


@method_of(NetworkFirewallResponse)
def delete_firewall(self):
    firewall = _firewall(self)
    self.networkfirewall_backend.firewalls.pop(firewall.arn)
    status = {"Status": "DELETING", "ConfigurationSyncStateSummary": "IN_SYNC"}
    return json.dumps({"Firewall": firewall.to_dict(), "FirewallStatus": status})


def _change_protection(self, parameter):
    firewall = _firewall(self)
    protected = self._get_param(parameter)
    setattr(firewall, PROTECTIONS[parameter], protected)
    return json.dumps({"FirewallArn": firewall.arn, parameter: protected, "UpdateToken": firewall.update_token})


@method_of(NetworkFirewallResponse)
def update_firewall_delete_protection(self):
    return _change_protection(self, "DeleteProtection")


@method_of(NetworkFirewallResponse)
def update_subnet_change_protection(self):
    return _change_protection(self, "SubnetChangeProtection")


@method_of(NetworkFirewallResponse)
def update_firewall_policy_change_protection(self):
    return _change_protection(self, "FirewallPolicyChangeProtection")


# ---- rule groups and policies


def handle(request: Request) -> Answer:
    created = request.state.setdefault("created", {})
    if request.operation in TAG_OPERATIONS:
        tagged = created.get(request.parameters["ResourceArn"])
        return handle_tags(request, tagged) if tagged else None
    kind = next((kind for kind in ("RuleGroup", "FirewallPolicy") if request.operation.endswith(kind)), None)
    if kind is None or request.operation.startswith("Associate"):
        return None
    if request.operation == f"Create{kind}":
        _create(request, kind, created)
    kept = _find(request, kind, created)
    if kept is None:
        return not_found()
    if request.operation == f"Update{kind}":
        changes = {name: value for name, value in request.parameters.items() if name != "UpdateToken"}
        kept["_asked"].update(changes)
    if request.operation == f"Delete{kind}":
        created.pop(kept["arn"])
    return _described(request, kind, kept)


def _create(request: Request, kind: str, created) -> None:
    asked = request.parameters
    part = f"{asked['Type'].lower()}-rulegroup" if kind == "RuleGroup" else "firewall-policy"
    arn = request.arn("network-firewall", f"{part}/{asked[f'{kind}Name']}")
    created[arn] = {
        "kind": kind,
        "arn": arn,
        "name": asked[f"{kind}Name"],
        "id": str(uuid.uuid4()),
        "_asked": dict(asked),
        "_tags": asked.get("Tags") or [],
    }


def _find(request: Request, kind: str, created):
    """By ARN, or by name, which is unique for each type of rule group."""
    asked = request.parameters
    for kept in created.values():
        named = kept["name"] == asked.get(f"{kind}Name")
        of_type = asked.get("Type") in (None, kept["_asked"].get("Type"))
        if kept["kind"] == kind and (kept["arn"] == asked.get(f"{kind}Arn") or (named and of_type)):
            return kept
    return None


def _described(request: Request, kind: str, kept) -> Answer:
    asked = kept["_asked"]
    deleting = request.operation.startswith("Delete")
    answer = {
        "UpdateToken": "t",
        f"{kind}Response": {
            f"{kind}Arn": kept["arn"],
            f"{kind}Name": kept["name"],
            f"{kind}Id": kept["id"],
            f"{kind}Status": "DELETING" if deleting else "ACTIVE",
            "Tags": kept["_tags"],
            **{name: asked[name] for name in KEPT if asked.get(name) is not None},
        },
    }
    if request.operation == f"Describe{kind}":
        answer[kind] = asked.get(kind)
    return answer
