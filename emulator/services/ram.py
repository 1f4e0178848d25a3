"""RAM: associations, permissions and tags of resource shares, which moto has no routes for."""

import json

from moto.ram import urls
from moto.ram.responses import ResourceAccessManagerResponse

from patch import around, method_of
from state import state_of

for path in (
    "listresourcesharepermissions",
    "associateresourceshare",
    "disassociateresourceshare",
    "tagresource",
    "untagresource",
):
    urls.url_paths["{0}/" + path + "$"] = ResourceAccessManagerResponse.dispatch


@method_of(ResourceAccessManagerResponse)
def list_resource_share_permissions(self):
    return json.dumps({"permissions": []})


@method_of(ResourceAccessManagerResponse)
def associate_resource_share(self):
    return _change_associations(self, "ASSOCIATED", lambda kept, entity: kept.append(entity))


@method_of(ResourceAccessManagerResponse)
def disassociate_resource_share(self):
    return _change_associations(self, "DISASSOCIATED", lambda kept, entity: kept.remove(entity))


def _change_associations(self, status, change):
    asked = self.request_params
    arn = asked["resourceShareArn"]
    share = next(share for share in self.ram_backend.resource_shares if share.arn == arn)
    changed = []
    for parameter, kept, kind in (
        ("principals", share.principals, "PRINCIPAL"),
        ("resourceArns", share.resource_arns, "RESOURCE"),
    ):
        for entity in asked.get(parameter, []):
            if (entity in kept) != (status == "ASSOCIATED"):
                change(kept, entity)
            changed.append(
                {
                    "resourceShareArn": arn,
                    "associatedEntity": entity,
                    "associationType": kind,
                    "status": status,
                }
            )
    return json.dumps({"resourceShareAssociations": changed})


def _tags(response):
    return state_of(response.current_account, response.region, "ram").setdefault("tags", {})


@around(ResourceAccessManagerResponse, "create_resource_share")
def create_resource_share(original, self):
    created = json.loads(original(self))
    _tags(self)[created["resourceShare"]["resourceShareArn"]] = self.request_params.get("tags", [])
    return json.dumps(created)


@around(ResourceAccessManagerResponse, "get_resource_shares")
def get_resource_shares(original, self):
    answer = json.loads(original(self))
    wanted = self.request_params.get("resourceShareArns")
    answer["resourceShares"] = [
        {**share, "tags": _tags(self).get(share["resourceShareArn"], [])}
        for share in answer["resourceShares"]
        if not wanted or share["resourceShareArn"] in wanted
    ]
    return json.dumps(answer)
