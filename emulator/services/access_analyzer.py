"""IAM Access Analyzer: analyzers and archive rules. Nothing is analysed, so there are no findings."""

from urllib.parse import unquote


def analyzer(method, path, p, s, acct, region):
    g = s.setdefault("o", {})
    nf = ("ResourceNotFoundException", "not found", 404)
    parts = [unquote(x) for x in path.strip("/").split("/")]
    if parts[0] == "tags":
        o = next((x for x in g.values() if x["arn"] == "/".join(parts[1:])), None)
        return {"tags": o["tags"]} if o else nf
    if method == "PUT" and len(parts) == 1:
        n = p["analyzerName"]
        a = f"arn:aws:access-analyzer:{region}:{acct}:analyzer/{n}"
        g[n] = {
            "arn": a,
            "name": n,
            "type": p["type"],
            "status": "ACTIVE",
            "createdAt": "2026-01-01T00:00:00Z",
            "tags": p.get("tags") or {},
            **({"configuration": p["configuration"]} if p.get("configuration") else {}),
            "_r": {},
        }
        return {"arn": a}
    if method == "GET" and parts == ["analyzer"]:
        return {"analyzers": [{k: v for k, v in o.items() if not k.startswith("_")} for o in g.values()]}
    n = parts[1] if len(parts) > 1 else None
    if n not in g:
        return nf
    o = g[n]
    if len(parts) == 2:
        if method == "DELETE":
            g.pop(n)
            return {}
        return {"analyzer": {k: v for k, v in o.items() if not k.startswith("_")}}
    r = parts[3] if len(parts) > 3 else p.get("ruleName")
    if method == "PUT":
        o["_r"][r] = {
            "ruleName": r,
            "filter": p["filter"],
            "createdAt": "2026-01-01T00:00:00Z",
            "updatedAt": "2026-01-01T00:00:00Z",
        }
        return {}
    if r not in o["_r"]:
        return nf
    if method == "DELETE":
        o["_r"].pop(r)
        return {}
    return {"archiveRule": o["_r"][r]}
