"""Elastic Load Balancing: whether a network load balancer's security groups hold for PrivateLink is kept."""

from moto.elbv2.responses import ELBV2Response as _LB


_ssg = _LB.set_security_groups


def set_security_groups(self):
    r = _ssg(self)
    v = self._get_param("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic")
    if v:
        self.elbv2_backend.load_balancers[
            self._get_param("LoadBalancerArn")
        ].enforce_security_group_inbound_rules_on_private_link_traffic = v
    return r


_LB.set_security_groups = set_security_groups
