"""Route 53: a zone created with a VPC is private; query logging configurations can be deleted."""

import json

from moto.route53.responses import Route53 as R53
from moto.route53resolver.models import Route53ResolverBackend as RB
from moto.route53resolver.responses import Route53ResolverResponse as RRR


_chz = R53.create_hosted_zone


def create_hosted_zone(self):
    g = self._get_bool_param
    self._get_bool_param = lambda n, d=None: (
        True if n == "HostedZoneConfig.PrivateZone" and self._get_param("VPC.VPCId") else g(n, d)
    )
    return _chz(self)


R53.create_hosted_zone = create_hosted_zone

_ma = RB._matched_arn
RB._matched_arn = lambda self, arn: None if ":resolver-query-log-config/" in arn else _ma(self, arn)


def disassociate_qlc(self):
    b = self.route53resolver_backend
    c, v = self._get_param("ResolverQueryLogConfigId"), self._get_param("ResourceId")
    i = next(
        k
        for k, a in b.resolver_query_log_config_associations.items()
        if a.resolver_query_log_config_id == c and a.resource_id == v
    )
    b.resolver_query_log_configs[c].association_count -= 1
    return json.dumps(
        {"ResolverQueryLogConfigAssociation": b.resolver_query_log_config_associations.pop(i).description()}
    )


def delete_qlc(self):
    return json.dumps(
        {
            "ResolverQueryLogConfig": self.route53resolver_backend.resolver_query_log_configs.pop(
                self._get_param("ResolverQueryLogConfigId")
            ).description()
        }
    )


RRR.disassociate_resolver_query_log_config, RRR.delete_resolver_query_log_config = (
    disassociate_qlc,
    delete_qlc,
)
