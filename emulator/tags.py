"""Tags as AWS's JSON services keep them: a list of Key and Value, by the resource's ARN."""

from typing import Any

from request import Answer, Request

TAG_OPERATIONS = ("ListTagsForResource", "TagResource", "UntagResource")


def handle_tags(request: Request, tagged: dict[str, Any]) -> Answer:
    """Lists, sets or removes the tags that something keeps under `_tags`."""
    asked = request.parameters
    if request.operation == "ListTagsForResource":
        return {"Tags": tagged["_tags"]}
    if request.operation == "TagResource":
        named = {tag["Key"] for tag in asked["Tags"]}
        tagged["_tags"] = [tag for tag in tagged["_tags"] if tag["Key"] not in named] + asked["Tags"]
    else:
        tagged["_tags"] = [tag for tag in tagged["_tags"] if tag["Key"] not in asked["TagKeys"]]
    return {}
