"""Route 53 Resolver DNS Firewall: domain lists, rule groups, rules, associations, fail-open. Nothing is filtered."""

import uuid


def dnsfw(op, p, s, acct, region):
    g = s.setdefault("o", {})
    pre = f"arn:aws:route53resolver:{region}:{acct}:"
    K = {
        "FirewallDomainList": ("rslvr-fdl-", "firewall-domain-list/"),
        "FirewallRuleGroup": ("rslvr-frg-", "firewall-rule-group/"),
        "FirewallRuleGroupAssociation": ("rslvr-frgassoc-", "firewall-rule-group-association/"),
    }
    if op in ("ListTagsForResource", "TagResource", "UntagResource"):
        o = next((x for x in g.values() if x.get("Arn") == p["ResourceArn"]), None)
        if o is None:
            return None
        if op == "TagResource":
            o["_t"] = [t for t in o["_t"] if t["Key"] not in {x["Key"] for x in p["Tags"]}] + p["Tags"]
        if op == "UntagResource":
            o["_t"] = [t for t in o["_t"] if t["Key"] not in p["TagKeys"]]
        return {"Tags": o["_t"]} if op.startswith("List") else {}
    pub = lambda o: {k: v for k, v in o.items() if not k.startswith("_")}
    nf = ("ResourceNotFoundException", "not found")
    if op == "UpdateFirewallDomains":
        o = g[p["FirewallDomainListId"]]
        d = set(o["_d"])
        o["_d"] = sorted(
            set(p["Domains"])
            if p["Operation"] == "REPLACE"
            else d | set(p["Domains"])
            if p["Operation"] == "ADD"
            else d - set(p["Domains"])
        )
        return {"Id": o["Id"], "Name": o["Name"], "Status": "COMPLETE"}
    if op == "ListFirewallDomains":
        return {"Domains": g[p["FirewallDomainListId"]]["_d"]} if p["FirewallDomainListId"] in g else nf
    if op in ("CreateFirewallRule", "UpdateFirewallRule"):
        k = p["FirewallRuleGroupId"] + p["FirewallDomainListId"]
        r = s.setdefault("r", {})
        r[k] = {**r.get(k, {}), **{a: b for a, b in p.items() if a != "CreatorRequestId"}}
        return {"FirewallRule": r[k]}
    if op == "DeleteFirewallRule":
        return {
            "FirewallRule": s.setdefault("r", {}).pop(p["FirewallRuleGroupId"] + p["FirewallDomainListId"])
        }
    if op == "ListFirewallRules":
        return {
            "FirewallRules": [
                r
                for r in s.setdefault("r", {}).values()
                if r["FirewallRuleGroupId"] == p["FirewallRuleGroupId"]
            ]
        }
    if op in ("UpdateFirewallConfig", "GetFirewallConfig"):
        c = s.setdefault("c", {}).setdefault(
            p["ResourceId"],
            {
                "Id": "rslvr-fc-" + uuid.uuid4().hex[:16],
                "OwnerId": acct,
                "ResourceId": p["ResourceId"],
                "FirewallFailOpen": "DISABLED",
            },
        )
        if op.startswith("U"):
            c["FirewallFailOpen"] = p["FirewallFailOpen"]
        return {"FirewallConfig": c}
    if op == "ListFirewallConfigs":
        return {"FirewallConfigs": list(s.setdefault("c", {}).values())}
    if op in ("AssociateFirewallRuleGroup", "DisassociateFirewallRuleGroup"):
        kind = "FirewallRuleGroupAssociation"
    else:
        kind = next((k for k in sorted(K, key=len, reverse=True) if op.endswith(k)), None)
    if not kind:
        return None
    if op.startswith(("Create", "Associate")):
        i = K[kind][0] + uuid.uuid4().hex[:16]
        g[i] = {
            **{k: v for k, v in p.items() if k not in ("Tags", "CreatorRequestId")},
            "Id": i,
            "Arn": pre + K[kind][1] + i,
            "Status": "COMPLETE",
            "OwnerId": acct,
            "_t": p.get("Tags") or [],
            "_d": [],
            "_k": kind,
        }
        return {kind: pub(g[i])}
    i = p.get(kind + "Id")
    if i not in g:
        return nf
    if op.startswith("Update"):
        g[i].update({k: v for k, v in p.items() if k != kind + "Id"})
    o = g.pop(i) if op.startswith(("Delete", "Disassociate")) else g[i]
    return {
        kind: {
            **pub(o),
            **({"Status": "DELETING"} if op.startswith(("Delete", "Disassociate")) else {}),
            **({"DomainCount": len(o["_d"])} if kind == "FirewallDomainList" else {}),
        }
    }
