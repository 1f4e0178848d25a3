"""IAM Access Analyzer: analyzers and archive rules, which moto lacks. Nothing is analysed, so there are no findings."""

from request import Answer, Request, not_found, public

CREATED = "2026-01-01T00:00:00Z"


def handle(request: Request) -> Answer:
    analyzers = request.state.setdefault("analyzers", {})
    first, *rest = request.path_parts
    if first == "tags":
        return _tags(analyzers, "/".join(rest))
    if not rest:
        return _create(request, analyzers) if request.method == "PUT" else _list(analyzers)
    name, *rest = rest
    if name not in analyzers:
        return not_found(404)
    if rest:
        return _archive_rule(request, analyzers[name]["_rules"], rest[1:])
    if request.method == "DELETE":
        analyzers.pop(name)
        return {}
    return {"analyzer": public(analyzers[name])}


def _tags(analyzers, arn) -> Answer:
    found = next((analyzer for analyzer in analyzers.values() if analyzer["arn"] == arn), None)
    return {"tags": found["tags"]} if found else not_found(404)


def _create(request: Request, analyzers) -> Answer:
    asked = request.parameters
    name = asked["analyzerName"]
    arn = request.arn("access-analyzer", f"analyzer/{name}")
    analyzers[name] = {
        "arn": arn,
        "name": name,
        "type": asked["type"],
        "status": "ACTIVE",
        "createdAt": CREATED,
        "tags": asked.get("tags") or {},
        "_rules": {},
    }
    if asked.get("configuration"):
        analyzers[name]["configuration"] = asked["configuration"]
    return {"arn": arn}


def _list(analyzers) -> Answer:
    return {"analyzers": [public(analyzer) for analyzer in analyzers.values()]}


def _archive_rule(request: Request, rules, path) -> Answer:
    name = path[0] if path else request.parameters.get("ruleName")
    if request.method == "PUT":
        rules[name] = {
            "ruleName": name,
            "filter": request.parameters["filter"],
            "createdAt": CREATED,
            "updatedAt": CREATED,
        }
        return {}
    if name not in rules:
        return not_found(404)
    if request.method == "DELETE":
        rules.pop(name)
        return {}
    return {"archiveRule": rules[name]}
