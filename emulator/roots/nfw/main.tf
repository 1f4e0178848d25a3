resource "aws_vpc" "v" { cidr_block = "10.12.0.0/16" }
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.12.0.0/24"
}
resource "aws_kms_key" "k" {
  enable_key_rotation     = true
  deletion_window_in_days = 30
}
resource "aws_networkfirewall_rule_group" "r" {
  name     = "deny"
  type     = "STATEFUL"
  capacity = 100
  rule_group {
    rules_source { rules_string = "drop ip any any -> any any (msg:\"x\"; sid:1;)" }
    stateful_rule_options { rule_order = "STRICT_ORDER" }
  }
  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = aws_kms_key.k.arn
  }
}
resource "aws_networkfirewall_firewall_policy" "p" {
  name = "p"
  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:forward_to_sfe"]
    stateful_default_actions           = ["aws:drop_strict"]
    stateful_engine_options { rule_order = "STRICT_ORDER" }
    stateful_rule_group_reference {
      resource_arn = aws_networkfirewall_rule_group.r.arn
      priority     = 1
    }
  }
  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = aws_kms_key.k.arn
  }
}
resource "aws_networkfirewall_firewall" "f" {
  name                = "f"
  firewall_policy_arn = aws_networkfirewall_firewall_policy.p.arn
  vpc_id              = aws_vpc.v.id
  subnet_mapping { subnet_id = aws_subnet.s.id }
  delete_protection        = false
  subnet_change_protection = true
  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = aws_kms_key.k.arn
  }
}
resource "aws_s3_bucket" "l" {
  provider      = aws.monitor
  bucket        = "emu-nfw-archive"
  force_destroy = true
}
resource "aws_networkfirewall_logging_configuration" "l" {
  firewall_arn = aws_networkfirewall_firewall.f.arn
  logging_configuration {
    log_destination_config {
      log_type             = "ALERT"
      log_destination_type = "S3"
      log_destination      = { bucketName = aws_s3_bucket.l.bucket, prefix = "nfw" }
    }
    log_destination_config {
      log_type             = "FLOW"
      log_destination_type = "S3"
      log_destination      = { bucketName = aws_s3_bucket.l.bucket, prefix = "nfw" }
    }
  }
}
