resource "aws_kms_key" "k" {
  enable_key_rotation     = true
  rotation_period_in_days = 180
  deletion_window_in_days = 30
}
resource "aws_ebs_encryption_by_default" "e" { enabled = true }
resource "aws_ebs_default_kms_key" "k" { key_arn = aws_kms_key.k.arn }
resource "aws_ebs_snapshot_block_public_access" "s" { state = "block-all-sharing" }
resource "aws_ec2_image_block_public_access" "i" { state = "block-new-sharing" }
resource "aws_ec2_instance_metadata_defaults" "m" {
  http_tokens                 = "required"
  http_put_response_hop_limit = 1
  http_endpoint               = "enabled"
  instance_metadata_tags      = "disabled"
}
resource "aws_ec2_serial_console_access" "s" { enabled = false }
data "aws_caller_identity" "me" {}
data "aws_region" "here" {}
resource "aws_ssm_service_setting" "d" {
  setting_id    = "arn:aws:ssm:${data.aws_region.here.name}:${data.aws_caller_identity.me.account_id}:servicesetting/ssm/documents/console/public-sharing-permission"
  setting_value = "Disable"
}
resource "aws_s3_account_public_access_block" "a" {
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
resource "aws_account_alternate_contact" "s" {
  alternate_contact_type = "SECURITY"
  name                   = "Security"
  title                  = "Officer"
  email_address          = "security@example.org"
  phone_number           = "+35312345678"
}
resource "aws_launch_template" "l" {
  name = "hardened"
  metadata_options {
    http_tokens                 = "required"
    http_endpoint               = "enabled"
    http_put_response_hop_limit = 1
  }
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted   = "true"
      kms_key_id  = aws_kms_key.k.arn
      volume_size = 8
    }
  }
}
