resource "aws_vpc" "v" {
  cidr_block           = "10.10.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true
}
resource "aws_vpc_block_public_access_options" "b" { internet_gateway_block_mode = "block-bidirectional" }
resource "aws_subnet" "s" {
  count                   = 2
  vpc_id                  = aws_vpc.v.id
  cidr_block              = cidrsubnet("10.10.0.0/16", 8, count.index)
  availability_zone_id    = "euw1-az${count.index + 1}"
  map_public_ip_on_launch = false
}
resource "aws_default_security_group" "d" { vpc_id = aws_vpc.v.id }
resource "aws_default_network_acl" "d" {
  default_network_acl_id = aws_vpc.v.default_network_acl_id
  lifecycle { ignore_changes = [subnet_ids] }
}
resource "aws_default_route_table" "d" {
  default_route_table_id = aws_vpc.v.default_route_table_id
  route                  = []
}
resource "aws_route_table" "r" { vpc_id = aws_vpc.v.id }
resource "aws_route_table_association" "r" {
  count          = 2
  subnet_id      = aws_subnet.s[count.index].id
  route_table_id = aws_route_table.r.id
}
resource "aws_network_acl" "n" {
  vpc_id     = aws_vpc.v.id
  subnet_ids = aws_subnet.s[*].id
  ingress {
    rule_no    = 100
    protocol   = "tcp"
    action     = "allow"
    cidr_block = "10.10.0.0/16"
    from_port  = 443
    to_port    = 443
  }
  egress {
    rule_no    = 100
    protocol   = "-1"
    action     = "allow"
    cidr_block = "10.10.0.0/16"
    from_port  = 0
    to_port    = 0
  }
}
resource "aws_security_group" "e" {
  name        = "endpoints"
  description = "endpoints"
  vpc_id      = aws_vpc.v.id
}
resource "aws_vpc_security_group_ingress_rule" "e" {
  security_group_id = aws_security_group.e.id
  cidr_ipv4         = "10.10.0.0/16"
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}
resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.v.id
  service_name      = "com.amazonaws.eu-west-1.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [aws_route_table.r.id]
  policy            = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:*", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-aaaaaaaaaa" } } }] })
}
resource "aws_vpc_endpoint" "kms" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.kms"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = aws_subnet.s[*].id
  security_group_ids  = [aws_security_group.e.id]
  policy              = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "kms:*", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-aaaaaaaaaa" } } }] })
}
resource "aws_lb" "n" {
  name                                                         = "service"
  internal                                                     = true
  load_balancer_type                                           = "network"
  subnets                                                      = aws_subnet.s[*].id
  security_groups                                              = [aws_security_group.e.id]
  enable_deletion_protection                                   = false
  enable_cross_zone_load_balancing                             = true
  enforce_security_group_inbound_rules_on_private_link_traffic = "on"
}
resource "aws_lb_target_group" "t" {
  name               = "service"
  port               = 443
  protocol           = "TCP"
  target_type        = "ip"
  vpc_id             = aws_vpc.v.id
  preserve_client_ip = "false"
  health_check { protocol = "TCP" }
}
resource "aws_lb_listener" "l" {
  load_balancer_arn = aws_lb.n.arn
  port              = 443
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.t.arn
  }
}
resource "aws_vpc_endpoint_service" "s" {
  acceptance_required        = true
  network_load_balancer_arns = [aws_lb.n.arn]
}
resource "aws_vpc_endpoint_service_allowed_principal" "p" {
  vpc_endpoint_service_id = aws_vpc_endpoint_service.s.id
  principal_arn           = "arn:aws:iam::${local.monitor}:root"
}
resource "aws_s3_bucket" "flow" {
  provider      = aws.monitor
  bucket        = "emu-flow-archive"
  force_destroy = true
}
resource "aws_flow_log" "f" {
  vpc_id                   = aws_vpc.v.id
  traffic_type             = "ALL"
  log_destination_type     = "s3"
  log_destination          = "${aws_s3_bucket.flow.arn}/flow/"
  max_aggregation_interval = 60
  destination_options {
    file_format                = "parquet"
    hive_compatible_partitions = true
    per_hour_partition         = true
  }
}
