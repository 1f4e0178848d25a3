"""CloudWatch Observability Access Manager: sinks, their policies, and links. Nothing flows."""

import uuid


def oam(op, p, s, acct, region):  # op = URL path
    g = s.setdefault("o", {})
    pub = lambda o: {k: v for k, v in o.items() if not k.startswith("_")}
    nf = ("ResourceNotFoundException", "not found", 404)
    if op == "CreateSink":
        i = str(uuid.uuid4())
        a = f"arn:aws:oam:{region}:{acct}:sink/{i}"
        g[a] = {"Arn": a, "Id": i, "Name": p["Name"], "Tags": p.get("Tags") or {}}
        return pub(g[a])
    if op == "CreateLink":
        i = str(uuid.uuid4())
        a = f"arn:aws:oam:{region}:{acct}:link/{i}"
        g[a] = {
            "Arn": a,
            "Id": i,
            "Label": p["LabelTemplate"],
            "LabelTemplate": p["LabelTemplate"],
            "ResourceTypes": p["ResourceTypes"],
            "SinkArn": p["SinkIdentifier"],
            "Tags": p.get("Tags") or {},
            **({"LinkConfiguration": p["LinkConfiguration"]} if p.get("LinkConfiguration") else {}),
        }
        return pub(g[a])
    i = p.get("Identifier") or p.get("SinkIdentifier")
    if i not in g:
        return nf
    if op == "PutSinkPolicy":
        g[i]["_p"] = p["Policy"]
    if op in ("PutSinkPolicy", "GetSinkPolicy"):
        return {"SinkArn": i, "SinkId": g[i]["Id"], "Policy": g[i]["_p"]} if "_p" in g[i] else nf
    if op.startswith("Delete"):
        g.pop(i)
        return {}
    if op == "UpdateLink":
        g[i].update({k: p[k] for k in ("ResourceTypes", "LinkConfiguration") if k in p})
    return pub(g[i])
