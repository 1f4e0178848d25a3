"""Route 53: a zone created with a VPC is private; query logging configurations can be deleted."""

import json

from moto.route53.responses import Route53
from moto.route53resolver.models import Route53ResolverBackend
from moto.route53resolver.responses import Route53ResolverResponse

from patch import around, method_of


@around(Route53, "create_hosted_zone")
def create_hosted_zone(original, self):
    asked = self._get_bool_param

    def or_private(name, default=None):
        private = name == "HostedZoneConfig.PrivateZone" and self._get_param("VPC.VPCId")
        return True if private else asked(name, default)

    self._get_bool_param = or_private
    return original(self)


@around(Route53ResolverBackend, "_matched_arn")
def matched_arn(original, self, arn):
    """moto refuses to tag what it does not look for under its ARN."""
    return None if ":resolver-query-log-config/" in arn else original(self, arn)


@method_of(Route53ResolverResponse)
def disassociate_resolver_query_log_config(self):
    backend = self.route53resolver_backend
    configuration, vpc = self._get_param("ResolverQueryLogConfigId"), self._get_param("ResourceId")
    associations = backend.resolver_query_log_config_associations
    identifier = next(
        identifier
        for identifier, association in associations.items()
        if (association.resolver_query_log_config_id, association.resource_id) == (configuration, vpc)
    )
    backend.resolver_query_log_configs[configuration].association_count -= 1
    ended = associations.pop(identifier)
    return json.dumps({"ResolverQueryLogConfigAssociation": ended.description()})


@method_of(Route53ResolverResponse)
def delete_resolver_query_log_config(self):
    configurations = self.route53resolver_backend.resolver_query_log_configs
    deleted = configurations.pop(self._get_param("ResolverQueryLogConfigId"))
    return json.dumps({"ResolverQueryLogConfig": deleted.description()})
