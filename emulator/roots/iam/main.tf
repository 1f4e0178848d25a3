resource "aws_iam_policy" "b" {
  name   = "boundary"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}
resource "aws_iam_role" "r" {
  name                 = "reader"
  permissions_boundary = aws_iam_policy.b.arn
  max_session_duration = 3600
  assume_role_policy   = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::${local.monitor}:root" }, Action = "sts:AssumeRole", Condition = { StringEquals = { "sts:ExternalId" = "monitor" } } }] })
}
resource "aws_iam_role_policy" "r" {
  role   = aws_iam_role.r.id
  name   = "p"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Action = "kms:*", Resource = "*" }] })
}
resource "aws_iam_role_policy_attachment" "r" {
  role       = aws_iam_role.r.name
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}
resource "aws_iam_account_password_policy" "p" {
  minimum_password_length        = 16
  require_lowercase_characters   = true
  require_numbers                = true
  require_uppercase_characters   = true
  require_symbols                = true
  allow_users_to_change_password = true
  password_reuse_prevention      = 24
  max_password_age               = 90
}
resource "aws_iam_account_alias" "a" { account_alias = "dublin-site" }
resource "aws_iam_openid_connect_provider" "o" {
  url             = "https://token.actions.githubusercontent.com"
  client_id_list  = ["sts.amazonaws.com"]
  thumbprint_list = ["6938fd4d98bab03faadb97b34396831e3780aea1"]
}
resource "aws_accessanalyzer_analyzer" "a" {
  analyzer_name = "account"
  type          = "ACCOUNT"
}
resource "aws_accessanalyzer_analyzer" "u" {
  analyzer_name = "unused"
  type          = "ACCOUNT_UNUSED_ACCESS"
  configuration {
    unused_access { unused_access_age = 90 }
  }
}
resource "aws_accessanalyzer_archive_rule" "a" {
  analyzer_name = aws_accessanalyzer_analyzer.a.analyzer_name
  rule_name     = "ours"
  filter {
    criteria = "isPublic"
    eq       = ["false"]
  }
}
resource "aws_securityhub_account" "s" {
  enable_default_standards  = false
  auto_enable_controls      = false
  control_finding_generator = "SECURITY_CONTROL"
}
resource "aws_ram_resource_share" "r" {
  name                      = "share"
  allow_external_principals = false
}
resource "aws_oam_sink" "s" {
  provider = aws.monitor
  name     = "monitor"
}
resource "aws_oam_sink_policy" "s" {
  provider        = aws.monitor
  sink_identifier = aws_oam_sink.s.arn
  policy          = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = local.site }, Action = ["oam:CreateLink", "oam:UpdateLink"], Resource = "*", Condition = { "ForAllValues:StringEquals" = { "oam:ResourceTypes" = ["AWS::CloudWatch::Metric"] } } }] })
}
resource "aws_oam_link" "l" {
  label_template  = "$AccountName"
  resource_types  = ["AWS::CloudWatch::Metric"]
  sink_identifier = aws_oam_sink.s.arn
  depends_on      = [aws_oam_sink_policy.s]
}
data "aws_caller_identity" "me" {}
data "aws_caller_identity" "mon" { provider = aws.monitor }
output "who" { value = [data.aws_caller_identity.me.account_id, data.aws_caller_identity.mon.account_id] }
