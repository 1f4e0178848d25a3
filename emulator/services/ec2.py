"""EC2: account-wide guards, endpoint services, flow logs, transit gateways, launch templates.

moto lacks the account's guards (VPC Block Public Access, image and snapshot blocks, instance metadata
defaults, the serial console, the default volume key) and loses attributes that the provider reads back.
"""

import moto.ec2.responses as ec2r
from moto.core.responses import ActionResult

from state import state_of
from moto.ec2.models.flow_logs import FlowLogsBackend as _FL
from moto.ec2.models.managed_prefixes import ManagedPrefixListBackend as _PL
from moto.ec2.models.transit_gateway_attachments import TransitGatewayAttachmentBackend as _TA
from moto.ec2.models.transit_gateway_route_tables import TransitGatewayRouteTableBackend as _TR
import uuid

EC2 = ec2r.EC2Response


def _s(self):
    return state_of(self.current_account, self.region, "ec2")


def modify_vpc_bpa(self):
    _s(self)["bpa"] = {
        "AwsAccountId": self.current_account,
        "AwsRegion": self.region,
        "State": "update-complete",
        "InternetGatewayBlockMode": self._get_param("InternetGatewayBlockMode"),
        "InternetGatewayExclusionsAllowed": "allowed",
    }
    return ActionResult({"VpcBlockPublicAccessOptions": _s(self)["bpa"]})


def describe_vpc_bpa(self):
    return ActionResult(
        {
            "VpcBlockPublicAccessOptions": _s(self).get(
                "bpa",
                {
                    "AwsAccountId": self.current_account,
                    "AwsRegion": self.region,
                    "State": "default-state",
                    "InternetGatewayBlockMode": "off",
                },
            )
        }
    )


EC2.modify_vpc_block_public_access_options = modify_vpc_bpa
EC2.describe_vpc_block_public_access_options = describe_vpc_bpa


def _flag(on, off, get, key, param=None, on_default=None, off_value="unblocked"):
    def f_on(self):
        _s(self)[key] = (self._get_param(param) if param else None) or on_default
        return ActionResult({key: _s(self)[key]})

    def f_off(self):
        _s(self)[key] = off_value
        return ActionResult({key: off_value})

    def f_get(self):
        return ActionResult({key: _s(self).get(key, off_value)})

    setattr(EC2, on, f_on)
    setattr(EC2, off, f_off)
    setattr(EC2, get, f_get)


_flag(
    "enable_image_block_public_access",
    "disable_image_block_public_access",
    "get_image_block_public_access_state",
    "ImageBlockPublicAccessState",
    "ImageBlockPublicAccessState",
)
_flag(
    "enable_snapshot_block_public_access",
    "disable_snapshot_block_public_access",
    "get_snapshot_block_public_access_state",
    "State",
    "State",
)
_flag(
    "enable_serial_console_access",
    "disable_serial_console_access",
    "get_serial_console_access_status",
    "SerialConsoleAccessEnabled",
    on_default=True,
    off_value=False,
)

IMDS = ("HttpTokens", "HttpPutResponseHopLimit", "HttpEndpoint", "InstanceMetadataTags")


def modify_imds(self):
    d = _s(self).setdefault("imds", {})
    for k in IMDS:
        v = self._get_param(k)
        if v is None:
            continue
        if v in ("no-preference", -1, "-1"):
            d.pop(k, None)
        else:
            d[k] = int(v) if k == "HttpPutResponseHopLimit" else v
    return ActionResult({"Return": True})


EC2.modify_instance_metadata_defaults = modify_imds
EC2.get_instance_metadata_defaults = lambda self: ActionResult({"AccountLevel": _s(self).get("imds", {})})
EC2.get_instance_metadata_defaults.__name__ = "get_instance_metadata_defaults"


def get_ebs_key(self):
    return ActionResult(
        {"KmsKeyId": getattr(self.ec2_backend, "default_kms_key_id", None) or "alias/aws/ebs"}
    )


def reset_ebs_key(self):
    self.ec2_backend.default_kms_key_id = None
    return ActionResult({"KmsKeyId": "alias/aws/ebs"})


EC2.get_ebs_default_kms_key_id = get_ebs_key
EC2.reset_ebs_default_kms_key_id = reset_ebs_key

# DHCP options and prefix lists: tags / name lost
_dh = EC2.create_dhcp_options


def create_dhcp_options(self):
    r = _dh(self)
    r.result["DhcpOptions"].add_tags(self._parse_tag_specification().get("dhcp-options", {}))
    return r


EC2.create_dhcp_options = create_dhcp_options

_mpl = _PL.modify_managed_prefix_list


def modify_managed_prefix_list(self, *a, **kw):
    before = {k: v.prefix_list_name for k, v in self.managed_prefix_lists.items()}
    r = _mpl(self, *a, **kw)
    if r is not None and not r.prefix_list_name:
        r.prefix_list_name = before.get(r.id)
    return r


_PL.modify_managed_prefix_list = modify_managed_prefix_list

# transit gateway attachment: honour "disable default association", keep a deleted attachment visible

_del = _TA.delete_transit_gateway_vpc_attachment


def delete_tgwa(self, transit_gateway_attachment_id):
    a = _del(self, transit_gateway_attachment_id)
    self.transit_gateway_attachments[a.id] = a
    a.resource_id_ = a.resource_id
    a.resource_id = "deleted"
    return a


_TA.delete_transit_gateway_vpc_attachment = delete_tgwa

_cta = _TA.create_transit_gateway_vpc_attachment


def create_tgwa(self, transit_gateway_id, *a, **kw):
    att = _cta(self, transit_gateway_id, *a, **kw)
    tgw = self.transit_gateways[transit_gateway_id]
    if tgw.options.get("DefaultRouteTableAssociation") == "disable":
        tgw.default_route_table.route_table_associations.pop(att.id, None)
        att.transit_gateway_route_table = None
    return att


_TA.create_transit_gateway_vpc_attachment = create_tgwa
_ctr = EC2.create_transit_gateway_vpc_attachment


def create_tgwa_response(self):
    r = _ctr(self)
    r.result["TransitGatewayVpcAttachment"].add_tags(
        self._parse_tag_specification().get("transit-gateway-attachment", {})
    )
    return r


EC2.create_transit_gateway_vpc_attachment = create_tgwa_response

_crt = _TR.create_transit_gateway_route


def create_tgw_route(self, *a, **kw):
    r = _crt(self, *a, **kw)
    if isinstance(r.get("transitGatewayAttachments"), dict):
        r["transitGatewayAttachments"] = [r["transitGatewayAttachments"]]
    return r


_TR.create_transit_gateway_route = create_tgw_route
_sdr = _TR.disassociate_transit_gateway_route_table


def disassociate_tgw_rt(self, tgw_attach_id, tgw_rt_id):
    r = _sdr(self, tgw_attach_id, tgw_rt_id)
    self.transit_gateway_attachments[tgw_attach_id].transit_gateway_route_table = None
    return r


_TR.disassociate_transit_gateway_route_table = disassociate_tgw_rt
_msp = EC2.modify_vpc_endpoint_service_permissions


def modify_vpc_endpoint_service_permissions(self):
    _msp(self)
    sid = self._get_param("ServiceId")
    return ActionResult(
        {
            "ReturnValue": True,
            "AddedPrincipals": [_principal(sid, x) for x in self._get_param("AddAllowedPrincipals", [])],
        }
    )


def _principal(sid, arn):
    return {
        "Principal": arn,
        "PrincipalType": "Account",
        "ServiceId": sid,
        "ServicePermissionId": "vpce-svc-perm-" + uuid.uuid5(uuid.NAMESPACE_URL, sid + arn).hex[:17],
    }


def describe_vpc_endpoint_service_permissions(self):
    sid = self._get_param("ServiceId")
    return ActionResult(
        {
            "AllowedPrincipals": [
                _principal(sid, x) for x in self.ec2_backend.describe_vpc_endpoint_service_permissions(sid)
            ]
        }
    )


EC2.modify_vpc_endpoint_service_permissions, EC2.describe_vpc_endpoint_service_permissions = (
    modify_vpc_endpoint_service_permissions,
    describe_vpc_endpoint_service_permissions,
)


_cfl = _FL.create_flow_logs


def create_flow_logs(self, *a, **kw):
    """moto takes everything after the bucket's colon as its name, so a prefix hides the bucket."""
    dest = kw.get("log_destination") or ""
    if ":s3:::" not in dest or "/" not in dest:
        return _cfl(self, *a, **kw)
    r = _cfl(self, *a, **{**kw, "log_destination": dest.split("/")[0]})
    for f in r[0]:
        f.log_destination = dest
    return r


_FL.create_flow_logs = create_flow_logs
_cflr = EC2.create_flow_logs


def create_flow_logs_response(self):
    r = _cflr(self)
    options = self._get_param("DestinationOptions")
    for i in r.result["FlowLogIds"] if options else ():
        self.ec2_backend.flow_logs[i].destination_options = {
            k: str(v).lower() == "true" if k != "FileFormat" else v for k, v in options.items()
        }
    return r


EC2.create_flow_logs = create_flow_logs_response

_clt = EC2.create_launch_template


def create_launch_template(self):
    """Tags of the template itself are not part of the template's data."""
    r = _clt(self)
    for v in self.ec2_backend.get_launch_template(r.result["LaunchTemplate"]["LaunchTemplateId"]).versions:
        v.data["TagSpecifications"] = [
            t for t in v.data.get("TagSpecifications") or [] if t["ResourceType"] != "launch-template"
        ]
        if not v.data["TagSpecifications"]:
            v.data.pop("TagSpecifications")
    return r


EC2.create_launch_template = create_launch_template
