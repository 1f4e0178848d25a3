"""EC2: account-wide guards, endpoint services, flow logs, transit gateways, launch templates.

moto lacks the account's guards (VPC Block Public Access, image and snapshot blocks, instance metadata
defaults, the serial console, the default volume key) and loses attributes that the provider reads back.
Nothing is routed or filtered.
"""

import uuid

from moto.core.responses import ActionResult
from moto.ec2.models.flow_logs import FlowLogsBackend
from moto.ec2.models.managed_prefixes import ManagedPrefixListBackend
from moto.ec2.models.transit_gateway_attachments import TransitGatewayAttachmentBackend
from moto.ec2.models.transit_gateway_route_tables import TransitGatewayRouteTableBackend
from moto.ec2.responses import EC2Response

from patch import around, method_of
from state import state_of


def _kept(response):
    return state_of(response.current_account, response.region, "ec2")


# ---- the account's guards

BLOCK_PUBLIC_ACCESS = "VpcBlockPublicAccessOptions"


@method_of(EC2Response)
def modify_vpc_block_public_access_options(self):
    _kept(self)[BLOCK_PUBLIC_ACCESS] = {
        "AwsAccountId": self.current_account,
        "AwsRegion": self.region,
        "State": "update-complete",
        "InternetGatewayBlockMode": self._get_param("InternetGatewayBlockMode"),
        "InternetGatewayExclusionsAllowed": "allowed",
    }
    return describe_vpc_block_public_access_options(self)


@method_of(EC2Response)
def describe_vpc_block_public_access_options(self):
    unset = {
        "AwsAccountId": self.current_account,
        "AwsRegion": self.region,
        "State": "default-state",
        "InternetGatewayBlockMode": "off",
    }
    return ActionResult({BLOCK_PUBLIC_ACCESS: _kept(self).get(BLOCK_PUBLIC_ACCESS, unset)})


def _keep(response, name, value):
    _kept(response)[name] = value
    return ActionResult({name: value})


IMAGES, SNAPSHOTS, CONSOLE = "ImageBlockPublicAccessState", "State", "SerialConsoleAccessEnabled"
UNBLOCKED = "unblocked"


@method_of(EC2Response)
def enable_image_block_public_access(self):
    return _keep(self, IMAGES, self._get_param(IMAGES))


@method_of(EC2Response)
def disable_image_block_public_access(self):
    return _keep(self, IMAGES, UNBLOCKED)


@method_of(EC2Response)
def get_image_block_public_access_state(self):
    return ActionResult({IMAGES: _kept(self).get(IMAGES, UNBLOCKED)})


@method_of(EC2Response)
def enable_snapshot_block_public_access(self):
    return _keep(self, SNAPSHOTS, self._get_param(SNAPSHOTS))


@method_of(EC2Response)
def disable_snapshot_block_public_access(self):
    return _keep(self, SNAPSHOTS, UNBLOCKED)


@method_of(EC2Response)
def get_snapshot_block_public_access_state(self):
    return ActionResult({SNAPSHOTS: _kept(self).get(SNAPSHOTS, UNBLOCKED)})


@method_of(EC2Response)
def enable_serial_console_access(self):
    return _keep(self, CONSOLE, True)


@method_of(EC2Response)
def disable_serial_console_access(self):
    return _keep(self, CONSOLE, False)


@method_of(EC2Response)
def get_serial_console_access_status(self):
    return ActionResult({CONSOLE: _kept(self).get(CONSOLE, False)})


METADATA_DEFAULTS = ("HttpTokens", "HttpPutResponseHopLimit", "HttpEndpoint", "InstanceMetadataTags")
NO_PREFERENCE = ("no-preference", -1, "-1")


@method_of(EC2Response)
def modify_instance_metadata_defaults(self):
    defaults = _kept(self).setdefault("metadata-defaults", {})
    for name in METADATA_DEFAULTS:
        value = self._get_param(name)
        if value in NO_PREFERENCE:
            defaults.pop(name, None)
        elif value is not None:
            defaults[name] = int(value) if name == "HttpPutResponseHopLimit" else value
    return ActionResult({"Return": True})


@method_of(EC2Response)
def get_instance_metadata_defaults(self):
    return ActionResult({"AccountLevel": _kept(self).get("metadata-defaults", {})})


AWS_MANAGED_KEY = "alias/aws/ebs"


@method_of(EC2Response)
def get_ebs_default_kms_key_id(self):
    return ActionResult({"KmsKeyId": getattr(self.ec2_backend, "default_kms_key_id", None) or AWS_MANAGED_KEY})


@method_of(EC2Response)
def reset_ebs_default_kms_key_id(self):
    self.ec2_backend.default_kms_key_id = None
    return ActionResult({"KmsKeyId": AWS_MANAGED_KEY})


# ---- what moto forgets


@around(EC2Response, "create_dhcp_options")
def create_dhcp_options(original, self):
    """With its tags."""
    answer = original(self)
    answer.result["DhcpOptions"].add_tags(self._parse_tag_specification().get("dhcp-options", {}))
    return answer


@around(ManagedPrefixListBackend, "modify_managed_prefix_list")
def modify_managed_prefix_list(original, self, *args, **kwargs):
    """A change of entries leaves the name as it is."""
    names = {identifier: kept.prefix_list_name for identifier, kept in self.managed_prefix_lists.items()}
    changed = original(self, *args, **kwargs)
    if changed is not None and not changed.prefix_list_name:
        changed.prefix_list_name = names.get(changed.id)
    return changed


@around(FlowLogsBackend, "create_flow_logs")
def create_flow_logs(original, self, *args, **kwargs):
    """moto takes everything after the bucket's colon as its name, so a prefix hides the bucket."""
    destination = kwargs.get("log_destination") or ""
    if ":s3:::" not in destination or "/" not in destination:
        return original(self, *args, **kwargs)
    answer = original(self, *args, **{**kwargs, "log_destination": destination.split("/")[0]})
    for flow_log in answer[0]:
        flow_log.log_destination = destination
    return answer


@around(EC2Response, "create_flow_logs")
def create_flow_logs_with_options(original, self):
    answer = original(self)
    options = self._get_param("DestinationOptions")
    for identifier in answer.result["FlowLogIds"] if options else ():
        self.ec2_backend.flow_logs[identifier].destination_options = {
            name: value if name == "FileFormat" else str(value).lower() == "true" for name, value in options.items()
        }
    return answer


@around(EC2Response, "create_launch_template")
def create_launch_template(original, self):
    """Tags of the template itself are not part of the template's data."""
    answer = original(self)
    template = self.ec2_backend.get_launch_template(answer.result["LaunchTemplate"]["LaunchTemplateId"])
    for version in template.versions:
        specifications = version.data.pop("TagSpecifications", None) or []
        of_instances = [one for one in specifications if one["ResourceType"] != "launch-template"]
        if of_instances:
            version.data["TagSpecifications"] = of_instances
    return answer


# ---- endpoint services


def _allowed(service_id, principal):
    permission = uuid.uuid5(uuid.NAMESPACE_URL, service_id + principal).hex[:17]
    return {
        "Principal": principal,
        "PrincipalType": "Account",
        "ServiceId": service_id,
        "ServicePermissionId": f"vpce-svc-perm-{permission}",
    }


@around(EC2Response, "modify_vpc_endpoint_service_permissions")
def modify_vpc_endpoint_service_permissions(original, self):
    """moto answers without the ids of the permissions."""
    original(self)
    service_id = self._get_param("ServiceId")
    added = [_allowed(service_id, principal) for principal in self._get_param("AddAllowedPrincipals", [])]
    return ActionResult({"ReturnValue": True, "AddedPrincipals": added})


@method_of(EC2Response)
def describe_vpc_endpoint_service_permissions(self):
    service_id = self._get_param("ServiceId")
    principals = self.ec2_backend.describe_vpc_endpoint_service_permissions(service_id)
    return ActionResult({"AllowedPrincipals": [_allowed(service_id, principal) for principal in principals]})


# ---- transit gateways


@around(TransitGatewayAttachmentBackend, "create_transit_gateway_vpc_attachment")
def create_transit_gateway_vpc_attachment(original, self, transit_gateway_id, *args, **kwargs):
    """A gateway that associates nothing by default associates nothing."""
    attachment = original(self, transit_gateway_id, *args, **kwargs)
    gateway = self.transit_gateways[transit_gateway_id]
    if gateway.options.get("DefaultRouteTableAssociation") == "disable":
        gateway.default_route_table.route_table_associations.pop(attachment.id, None)
        attachment.transit_gateway_route_table = None
    return attachment


@around(TransitGatewayAttachmentBackend, "delete_transit_gateway_vpc_attachment")
def delete_transit_gateway_vpc_attachment(original, self, transit_gateway_attachment_id):
    """A deleted attachment stays visible for a while."""
    deleted = original(self, transit_gateway_attachment_id)
    self.transit_gateway_attachments[deleted.id] = deleted
    deleted.resource_id_ = deleted.resource_id
    deleted.resource_id = "deleted"
    return deleted


@around(EC2Response, "create_transit_gateway_vpc_attachment")
def create_transit_gateway_vpc_attachment_with_tags(original, self):
    answer = original(self)
    tags = self._parse_tag_specification().get("transit-gateway-attachment", {})
    answer.result["TransitGatewayVpcAttachment"].add_tags(tags)
    return answer


@around(TransitGatewayRouteTableBackend, "create_transit_gateway_route")
def create_transit_gateway_route(original, self, *args, **kwargs):
    """Attachments are a list."""
    route = original(self, *args, **kwargs)
    if isinstance(route.get("transitGatewayAttachments"), dict):
        route["transitGatewayAttachments"] = [route["transitGatewayAttachments"]]
    return route


@around(TransitGatewayRouteTableBackend, "disassociate_transit_gateway_route_table")
def disassociate_transit_gateway_route_table(original, self, attachment_id, route_table_id):
    answer = original(self, attachment_id, route_table_id)
    self.transit_gateway_attachments[attachment_id].transit_gateway_route_table = None
    return answer
