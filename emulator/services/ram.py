"""RAM: associations, permissions and tags of resource shares, which moto has no routes for."""

import json

import moto.ram.urls as ram_urls
from moto.ram.responses import ResourceAccessManagerResponse as RAM

from state import state_of


for p in (
    "listresourcesharepermissions",
    "associateresourceshare",
    "disassociateresourceshare",
    "tagresource",
    "untagresource",
):
    ram_urls.url_paths["{0}/" + p + "$"] = RAM.dispatch
RAM.list_resource_share_permissions = lambda self: json.dumps({"permissions": []})


def _ram_assoc(add):
    def f(self):
        p = self.request_params
        out = []
        share = next(s for s in self.ram_backend.resource_shares if s.arn == p["resourceShareArn"])
        for key, lst, typ in (
            ("principals", share.principals, "PRINCIPAL"),
            ("resourceArns", share.resource_arns, "RESOURCE"),
        ):
            for e in p.get(key, []):
                if add and e not in lst:
                    lst.append(e)
                if not add and e in lst:
                    lst.remove(e)
                out.append(
                    {
                        "resourceShareArn": share.arn,
                        "associatedEntity": e,
                        "associationType": typ,
                        "status": "ASSOCIATED" if add else "DISASSOCIATED",
                    }
                )
        return json.dumps({"resourceShareAssociations": out})

    return f


RAM.associate_resource_share, RAM.disassociate_resource_share = _ram_assoc(True), _ram_assoc(False)
_crs, _grs = RAM.create_resource_share, RAM.get_resource_shares


def create_resource_share(self):
    d = json.loads(_crs(self))
    state_of(self.current_account, self.region, "ramtags")[d["resourceShare"]["resourceShareArn"]] = (
        self.request_params.get("tags", [])
    )
    return json.dumps(d)


def get_resource_shares(self):
    d = json.loads(_grs(self))
    want = self.request_params.get("resourceShareArns")
    d["resourceShares"] = [
        dict(s, tags=state_of(self.current_account, self.region, "ramtags").get(s["resourceShareArn"], []))
        for s in d["resourceShares"]
        if (not want or s["resourceShareArn"] in want)
    ]
    return json.dumps(d)


RAM.create_resource_share, RAM.get_resource_shares = create_resource_share, get_resource_shares
