resource "aws_kms_key" "k" {
  enable_key_rotation     = true
  deletion_window_in_days = 30
}
resource "aws_dynamodb_table" "t" {
  name                        = "records"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = false
  attribute {
    name = "id"
    type = "S"
  }
  point_in_time_recovery { enabled = true }
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.k.arn
  }
}
resource "aws_dynamodb_table" "p" {
  name                        = "protected"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = true
  attribute {
    name = "id"
    type = "S"
  }
}
resource "aws_dynamodb_resource_policy" "t" {
  resource_arn = aws_dynamodb_table.t.arn
  policy       = jsonencode({ Version = "2012-10-17", Statement = [{ Sid = "Deny", Effect = "Deny", Principal = "*", Action = "dynamodb:*", Resource = aws_dynamodb_table.t.arn, Condition = { Bool = { "aws:SecureTransport" = "false" } } }] })
}
resource "aws_backup_vault" "v" {
  name          = "dublin"
  kms_key_arn   = aws_kms_key.k.arn
  force_destroy = true
}
resource "aws_backup_vault_lock_configuration" "v" {
  backup_vault_name   = aws_backup_vault.v.name
  changeable_for_days = 3
  min_retention_days  = 7
  max_retention_days  = 365
}
resource "aws_backup_vault_policy" "v" {
  backup_vault_name = aws_backup_vault.v.name
  policy            = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Principal = "*", Action = "backup:CopyIntoBackupVault", Resource = "*" }] })
}
resource "aws_backup_plan" "p" {
  name = "daily"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.v.name
    schedule          = "cron(0 3 * * ? *)"
    lifecycle { delete_after = 35 }
  }
}
resource "aws_iam_role" "b" {
  name               = "svc"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = ["backup.amazonaws.com", "firehose.amazonaws.com"] }, Action = "sts:AssumeRole" }] })
}
resource "aws_backup_selection" "s" {
  name         = "all"
  plan_id      = aws_backup_plan.p.id
  iam_role_arn = aws_iam_role.b.arn
  resources    = [aws_dynamodb_table.t.arn]
}
resource "aws_backup_region_settings" "r" {
  resource_type_opt_in_preference = { "DynamoDB" = true, "Aurora" = true, "EBS" = true, "EC2" = true, "EFS" = true, "FSx" = true, "RDS" = true, "Storage Gateway" = true, "VirtualMachine" = true, "S3" = true }
}
resource "aws_s3_bucket" "a" {
  provider      = aws.monitor
  bucket        = "emu-firehose"
  force_destroy = true
}
resource "aws_kinesis_firehose_delivery_stream" "f" {
  name        = "ship"
  destination = "extended_s3"
  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK"
    key_arn  = aws_kms_key.k.arn
  }
  extended_s3_configuration {
    role_arn            = aws_iam_role.b.arn
    bucket_arn          = aws_s3_bucket.a.arn
    buffering_interval  = 60
    buffering_size      = 5
    compression_format  = "GZIP"
    kms_key_arn         = aws_kms_key.k.arn
    prefix              = "logs/"
    error_output_prefix = "errors/"
  }
}
resource "aws_secretsmanager_secret" "s" {
  name                    = "app"
  kms_key_id              = aws_kms_key.k.arn
  recovery_window_in_days = 7
}
resource "aws_secretsmanager_secret_version" "s" {
  secret_id     = aws_secretsmanager_secret.s.id
  secret_string = "x"
}
resource "aws_ssm_parameter" "p" {
  name   = "/dublin/p"
  type   = "SecureString"
  value  = "x"
  key_id = aws_kms_key.k.arn
}
resource "aws_sqs_queue" "q" {
  name              = "work"
  kms_master_key_id = aws_kms_key.k.arn
}
resource "aws_ecr_repository" "e" {
  name                 = "app"
  image_tag_mutability = "IMMUTABLE"
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.k.arn
  }
  image_scanning_configuration { scan_on_push = true }
}
