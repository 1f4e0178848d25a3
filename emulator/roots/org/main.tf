terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}
provider "aws" {
  region      = "eu-west-1"
  max_retries = 2
  default_tags { tags = { Project = "residency" } }
}
resource "aws_organizations_organization" "o" {
  feature_set                   = "ALL"
  aws_service_access_principals = ["cloudtrail.amazonaws.com", "config.amazonaws.com", "guardduty.amazonaws.com", "access-analyzer.amazonaws.com"]
  enabled_policy_types          = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY", "DECLARATIVE_POLICY_EC2", "BACKUP_POLICY"]
}
resource "aws_organizations_organizational_unit" "ou" {
  name      = "sites"
  parent_id = aws_organizations_organization.o.roots[0].id
}
resource "aws_organizations_account" "a" {
  name              = "dublin"
  email             = "dublin@example.org"
  parent_id         = aws_organizations_organizational_unit.ou.id
  close_on_deletion = true
  role_name         = "deploy"
  lifecycle { ignore_changes = [role_name] }
}
resource "aws_organizations_policy" "scp" {
  name       = "region"
  type       = "SERVICE_CONTROL_POLICY"
  content    = jsonencode({ Version = "2012-10-17", Statement = [{ Sid = "Region", Effect = "Deny", NotAction = ["iam:*", "sts:*"], Resource = "*", Condition = { StringNotEquals = { "aws:RequestedRegion" = ["eu-west-1"] } } }] })
  depends_on = [aws_organizations_organization.o]
}
resource "aws_organizations_policy" "rcp" {
  name       = "perimeter"
  type       = "RESOURCE_CONTROL_POLICY"
  content    = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Principal = "*", Action = ["s3:*", "kms:*"], Resource = "*", Condition = { StringNotEqualsIfExists = { "aws:PrincipalOrgID" = "o-aaaaaaaaaa" }, BoolIfExists = { "aws:PrincipalIsAWSService" = "false" } } }] })
  depends_on = [aws_organizations_organization.o]
}
resource "aws_organizations_policy" "dec" {
  name       = "ec2"
  type       = "DECLARATIVE_POLICY_EC2"
  content    = jsonencode({ ec2_attributes = { image_block_public_access = { state = { "@@assign" = "block_new_sharing" } } } })
  depends_on = [aws_organizations_organization.o]
}
resource "aws_organizations_policy" "bak" {
  name       = "backup"
  type       = "BACKUP_POLICY"
  content    = jsonencode({ plans = {} })
  depends_on = [aws_organizations_organization.o]
}
resource "aws_organizations_policy_attachment" "scp" {
  policy_id = aws_organizations_policy.scp.id
  target_id = aws_organizations_organizational_unit.ou.id
}
resource "aws_organizations_policy_attachment" "rcp" {
  policy_id = aws_organizations_policy.rcp.id
  target_id = aws_organizations_organizational_unit.ou.id
}
resource "aws_organizations_policy_attachment" "dec" {
  policy_id = aws_organizations_policy.dec.id
  target_id = aws_organizations_organizational_unit.ou.id
}
resource "aws_organizations_delegated_administrator" "d" {
  account_id        = aws_organizations_account.a.id
  service_principal = "access-analyzer.amazonaws.com"
}
