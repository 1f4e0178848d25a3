resource "aws_kms_key" "k" {
  description             = "data"
  enable_key_rotation     = true
  rotation_period_in_days = 180
  deletion_window_in_days = 30
  policy                  = jsonencode({ Version = "2012-10-17", Statement = [{ Sid = "Root", Effect = "Allow", Principal = { AWS = "arn:aws:iam::${local.site}:root" }, Action = "kms:*", Resource = "*" }] })
}
resource "aws_kms_alias" "k" {
  name          = "alias/data"
  target_key_id = aws_kms_key.k.id
}
resource "aws_kms_key" "m" {
  provider                = aws.monitor
  description             = "archive"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}
resource "aws_s3_bucket" "d" {
  bucket = "emu-data"
}
resource "aws_s3_bucket_versioning" "d" {
  bucket = aws_s3_bucket.d.id
  versioning_configuration { status = "Enabled" }
}
resource "aws_s3_bucket_server_side_encryption_configuration" "d" {
  bucket = aws_s3_bucket.d.id
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.k.arn
    }
  }
}
resource "aws_s3_bucket_public_access_block" "d" {
  bucket                  = aws_s3_bucket.d.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
resource "aws_s3_bucket_ownership_controls" "d" {
  bucket = aws_s3_bucket.d.id
  rule { object_ownership = "BucketOwnerEnforced" }
}
resource "aws_s3_bucket_policy" "d" {
  bucket = aws_s3_bucket.d.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [
    { Sid = "Tls", Effect = "Deny", Principal = "*", Action = "s3:*", Resource = ["arn:aws:s3:::emu-data", "arn:aws:s3:::emu-data/*"], Condition = { Bool = { "aws:SecureTransport" = "false" } } },
    { Sid = "Key", Effect = "Deny", Principal = "*", Action = "s3:PutObject", Resource = "arn:aws:s3:::emu-data/*", Condition = { StringNotEqualsIfExists = { "s3:x-amz-server-side-encryption-aws-kms-key-id" = aws_kms_key.k.arn } } },
  ] })
  depends_on = [aws_s3_bucket_public_access_block.d]
}
resource "aws_s3_bucket_lifecycle_configuration" "d" {
  bucket = aws_s3_bucket.d.id
  rule {
    id     = "old"
    status = "Enabled"
    filter {}
    abort_incomplete_multipart_upload { days_after_initiation = 7 }
    noncurrent_version_expiration { noncurrent_days = 90 }
  }
  depends_on = [aws_s3_bucket_versioning.d]
}
resource "aws_s3_bucket_logging" "d" {
  bucket        = aws_s3_bucket.d.id
  target_bucket = aws_s3_bucket.log.id
  target_prefix = "data/"
}
resource "aws_s3_bucket" "log" { bucket = "emu-log" }
resource "aws_s3_bucket_notification" "d" {
  bucket      = aws_s3_bucket.d.id
  eventbridge = true
}
resource "aws_s3_bucket" "a" {
  provider            = aws.monitor
  bucket              = "emu-archive"
  object_lock_enabled = true
}
resource "aws_s3_bucket_versioning" "a" {
  provider = aws.monitor
  bucket   = aws_s3_bucket.a.id
  versioning_configuration { status = "Enabled" }
}
resource "aws_s3_bucket_object_lock_configuration" "a" {
  provider = aws.monitor
  bucket   = aws_s3_bucket.a.id
  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 1
    }
  }
  depends_on = [aws_s3_bucket_versioning.a]
}
resource "aws_s3_bucket_server_side_encryption_configuration" "a" {
  provider = aws.monitor
  bucket   = aws_s3_bucket.a.id
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.m.arn
    }
  }
}
resource "aws_iam_role" "rep" {
  name               = "replication"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "s3.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
resource "aws_s3_bucket_replication_configuration" "d" {
  bucket = aws_s3_bucket.d.id
  role   = aws_iam_role.rep.arn
  rule {
    id       = "archive"
    status   = "Enabled"
    priority = 1
    filter {}
    delete_marker_replication { status = "Disabled" }
    source_selection_criteria {
      sse_kms_encrypted_objects { status = "Enabled" }
    }
    destination {
      bucket  = aws_s3_bucket.a.arn
      account = local.monitor
      access_control_translation { owner = "Destination" }
      encryption_configuration { replica_kms_key_id = aws_kms_key.m.arn }
      metrics {
        status = "Enabled"
        event_threshold { minutes = 15 }
      }
      replication_time {
        status = "Enabled"
        time { minutes = 15 }
      }
    }
  }
  depends_on = [aws_s3_bucket_versioning.d, aws_s3_bucket_versioning.a]
}
