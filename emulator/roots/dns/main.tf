resource "aws_vpc" "v" { cidr_block = "10.11.0.0/16" }
resource "aws_s3_bucket" "q" {
  provider      = aws.monitor
  bucket        = "emu-query-archive"
  force_destroy = true
}
resource "aws_route53_resolver_query_log_config" "q" {
  name            = "dublin"
  destination_arn = aws_s3_bucket.q.arn
}
resource "aws_route53_resolver_query_log_config_association" "q" {
  resolver_query_log_config_id = aws_route53_resolver_query_log_config.q.id
  resource_id                  = aws_vpc.v.id
}
resource "aws_route53_resolver_firewall_domain_list" "a" {
  name    = "allow"
  domains = ["amazonaws.com.", "*.amazonaws.com."]
}
resource "aws_route53_resolver_firewall_domain_list" "all" {
  name    = "all"
  domains = ["*."]
}
resource "aws_route53_resolver_firewall_rule_group" "g" { name = "dublin" }
resource "aws_route53_resolver_firewall_rule" "a" {
  name                    = "allow"
  action                  = "ALLOW"
  firewall_domain_list_id = aws_route53_resolver_firewall_domain_list.a.id
  firewall_rule_group_id  = aws_route53_resolver_firewall_rule_group.g.id
  priority                = 100
}
resource "aws_route53_resolver_firewall_rule" "b" {
  name                    = "block"
  action                  = "BLOCK"
  block_response          = "NXDOMAIN"
  firewall_domain_list_id = aws_route53_resolver_firewall_domain_list.all.id
  firewall_rule_group_id  = aws_route53_resolver_firewall_rule_group.g.id
  priority                = 200
}
resource "aws_route53_resolver_firewall_rule_group_association" "g" {
  name                   = "dublin"
  firewall_rule_group_id = aws_route53_resolver_firewall_rule_group.g.id
  vpc_id                 = aws_vpc.v.id
  priority               = 101
  mutation_protection    = "DISABLED"
}
resource "aws_route53_resolver_firewall_config" "c" {
  resource_id        = aws_vpc.v.id
  firewall_fail_open = "DISABLED"
}
resource "aws_route53_resolver_dnssec_config" "d" { resource_id = aws_vpc.v.id }
resource "aws_route53_zone" "z" {
  name = "dublin.internal"
  vpc { vpc_id = aws_vpc.v.id }
}
