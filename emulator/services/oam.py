"""CloudWatch Observability Access Manager, which moto lacks: sinks, their policies, and links. Nothing flows."""

import uuid

from request import Answer, Request, not_found, public


def handle(request: Request) -> Answer:
    created = request.state.setdefault("created", {})
    asked = request.parameters
    operation, *rest = request.path_parts
    if operation == "tags":
        return {"Tags": created.get("/".join(rest), {}).get("Tags", {})}
    if operation == "CreateSink":
        return _create(request, "sink", {"Name": asked["Name"]})
    if operation == "CreateLink":
        return _create(request, "link", _link(asked))
    identifier = asked.get("Identifier") or asked.get("SinkIdentifier")
    if identifier not in created:
        return not_found(404)
    kept = created[identifier]
    if operation in ("PutSinkPolicy", "GetSinkPolicy"):
        return _policy(request, operation, kept)
    if operation in ("DeleteSink", "DeleteLink"):
        created.pop(identifier)
        return {}
    if operation == "UpdateLink":
        kept.update({name: asked[name] for name in ("ResourceTypes", "LinkConfiguration") if name in asked})
    return public(kept)


def _create(request: Request, kind: str, attributes) -> Answer:
    identifier = str(uuid.uuid4())
    arn = request.arn("oam", f"{kind}/{identifier}")
    kept = {"Arn": arn, "Id": identifier, **attributes, "Tags": request.parameters.get("Tags") or {}}
    request.state["created"][arn] = kept
    return public(kept)


def _link(asked):
    link = {
        "Label": asked["LabelTemplate"],
        "LabelTemplate": asked["LabelTemplate"],
        "ResourceTypes": asked["ResourceTypes"],
        "SinkArn": asked["SinkIdentifier"],
    }
    if asked.get("LinkConfiguration"):
        link["LinkConfiguration"] = asked["LinkConfiguration"]
    return link


def _policy(request: Request, operation: str, sink) -> Answer:
    if operation == "PutSinkPolicy":
        sink["_policy"] = request.parameters["Policy"]
    if "_policy" not in sink:
        return not_found(404)
    return {"SinkArn": sink["Arn"], "SinkId": sink["Id"], "Policy": sink["_policy"]}
