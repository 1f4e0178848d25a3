"""Elastic Load Balancing: whether a network load balancer's security groups hold for PrivateLink is kept."""

from moto.elbv2.responses import ELBV2Response

from patch import around


@around(ELBV2Response, "set_security_groups")
def set_security_groups(original, self):
    answer = original(self)
    enforced = self._get_param("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic")
    if enforced:
        balancer = self.elbv2_backend.load_balancers[self._get_param("LoadBalancerArn")]
        balancer.enforce_security_group_inbound_rules_on_private_link_traffic = enforced
    return answer
