"""Route 53 Resolver DNS Firewall, which moto lacks: domain lists, rule groups, rules, associations, fail-open.

Nothing is filtered.
"""

import uuid

from request import Answer, Request, not_found, public
from tags import TAG_OPERATIONS, handle_tags

# What can be created -> (prefix of its id, its part of the ARN).
KINDS = {
    "FirewallDomainList": ("rslvr-fdl-", "firewall-domain-list/"),
    "FirewallRuleGroup": ("rslvr-frg-", "firewall-rule-group/"),
    "FirewallRuleGroupAssociation": ("rslvr-frgassoc-", "firewall-rule-group-association/"),
}


def handle(request: Request) -> Answer:
    operation = request.operation
    created = request.state.setdefault("created", {})
    if operation in TAG_OPERATIONS:
        arn = request.parameters["ResourceArn"]
        tagged = next((one for one in created.values() if one["Arn"] == arn), None)
        return handle_tags(request, tagged) if tagged else None
    if "Firewall" not in operation:
        return None
    if operation in ("UpdateFirewallDomains", "ListFirewallDomains"):
        return _domains(request, created)
    if operation.endswith("FirewallRule") or operation == "ListFirewallRules":
        return _rules(request)
    if "FirewallConfig" in operation:
        return _fail_open(request)
    return _lifecycle(request, created)


def _domains(request: Request, created) -> Answer:
    asked = request.parameters
    if asked["FirewallDomainListId"] not in created:
        return not_found()
    kept = created[asked["FirewallDomainListId"]]
    if request.operation == "ListFirewallDomains":
        return {"Domains": kept["_domains"]}
    before, named = set(kept["_domains"]), set(asked["Domains"])
    after = {"REPLACE": named, "ADD": before | named, "REMOVE": before - named}[asked["Operation"]]
    kept["_domains"] = sorted(after)
    return {"Id": kept["Id"], "Name": kept["Name"], "Status": "COMPLETE"}


def _rules(request: Request) -> Answer:
    rules = request.state.setdefault("rules", {})
    group = request.parameters["FirewallRuleGroupId"]
    if request.operation == "ListFirewallRules":
        return {"FirewallRules": [rule for (of, _), rule in rules.items() if of == group]}
    key = (group, request.parameters["FirewallDomainListId"])
    if request.operation == "DeleteFirewallRule":
        return {"FirewallRule": rules.pop(key)}
    asked = {name: value for name, value in request.parameters.items() if name != "CreatorRequestId"}
    rules[key] = {**rules.get(key, {}), **asked}
    return {"FirewallRule": rules[key]}


def _fail_open(request: Request) -> Answer:
    configurations = request.state.setdefault("configurations", {})
    if request.operation == "ListFirewallConfigs":
        return {"FirewallConfigs": list(configurations.values())}
    vpc = request.parameters["ResourceId"]
    configuration = configurations.setdefault(
        vpc,
        {
            "Id": "rslvr-fc-" + uuid.uuid4().hex[:16],
            "OwnerId": request.account,
            "ResourceId": vpc,
            "FirewallFailOpen": "DISABLED",
        },
    )
    if request.operation == "UpdateFirewallConfig":
        configuration["FirewallFailOpen"] = request.parameters["FirewallFailOpen"]
    return {"FirewallConfig": configuration}


def _lifecycle(request: Request, created) -> Answer:
    kind = _kind(request.operation)
    if kind is None:
        return None
    if request.operation.startswith(("Create", "Associate")):
        return {kind: public(_create(request, kind, created))}
    identifier = request.parameters.get(f"{kind}Id")
    if identifier not in created:
        return not_found()
    kept = created[identifier]
    if request.operation.startswith("Update"):
        kept.update({name: value for name, value in request.parameters.items() if name != f"{kind}Id"})
    answer = public(kept)
    if request.operation.startswith(("Delete", "Disassociate")):
        created.pop(identifier)
        answer["Status"] = "DELETING"
    if kind == "FirewallDomainList":
        answer["DomainCount"] = len(kept["_domains"])
    return {kind: answer}


def _kind(operation: str) -> str | None:
    if operation in ("AssociateFirewallRuleGroup", "DisassociateFirewallRuleGroup"):
        return "FirewallRuleGroupAssociation"
    longest_first = sorted(KINDS, key=len, reverse=True)
    return next((kind for kind in longest_first if operation.endswith(kind)), None)


def _create(request: Request, kind: str, created):
    id_prefix, arn_part = KINDS[kind]
    identifier = id_prefix + uuid.uuid4().hex[:16]
    asked = request.parameters
    created[identifier] = {
        **{name: value for name, value in asked.items() if name not in ("Tags", "CreatorRequestId")},
        "Id": identifier,
        "Arn": request.arn("route53resolver", arn_part + identifier),
        "Status": "COMPLETE",
        "OwnerId": request.account,
        "_tags": asked.get("Tags") or [],
        "_domains": [],
    }
    return created[identifier]
