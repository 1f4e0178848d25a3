resource "aws_kms_key" "m" {
  provider                = aws.monitor
  enable_key_rotation     = true
  deletion_window_in_days = 30
}
resource "aws_s3_bucket" "a" {
  provider      = aws.monitor
  bucket        = "emu-trails"
  force_destroy = true
}
resource "aws_s3_bucket_policy" "a" {
  provider = aws.monitor
  bucket   = aws_s3_bucket.a.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [
    { Effect = "Allow", Principal = { Service = "cloudtrail.amazonaws.com" }, Action = "s3:GetBucketAcl", Resource = aws_s3_bucket.a.arn, Condition = { StringEquals = { "aws:SourceArn" = "arn:aws:cloudtrail:eu-west-1:${local.site}:trail/dublin" } } },
    { Effect = "Allow", Principal = { Service = "cloudtrail.amazonaws.com" }, Action = "s3:PutObject", Resource = "${aws_s3_bucket.a.arn}/dublin/AWSLogs/${local.site}/*", Condition = { StringEquals = { "aws:SourceArn" = "arn:aws:cloudtrail:eu-west-1:${local.site}:trail/dublin" } } },
    { Effect = "Deny", Principal = "*", Action = "s3:*", Resource = [aws_s3_bucket.a.arn, "${aws_s3_bucket.a.arn}/*"], Condition = { Bool = { "aws:SecureTransport" = "false" } } },
  ] })
}
resource "aws_cloudtrail" "t" {
  name                          = "dublin"
  s3_bucket_name                = aws_s3_bucket.a.id
  s3_key_prefix                 = "dublin"
  kms_key_id                    = aws_kms_key.m.arn
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true
  enable_logging                = true
  advanced_event_selector {
    name = "management"
    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }
  }
  advanced_event_selector {
    name = "s3"
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
  }
  depends_on = [aws_s3_bucket_policy.a]
}
resource "aws_cloudtrail" "second" {
  name                       = "dublin-internal"
  s3_bucket_name             = aws_s3_bucket.a.id
  s3_key_prefix              = "internal"
  enable_log_file_validation = true
  depends_on                 = [aws_s3_bucket_policy.a]
}
resource "aws_iam_role" "c" {
  name               = "config"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "config.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
resource "aws_config_configuration_recorder" "r" {
  name     = "default"
  role_arn = aws_iam_role.c.arn
  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
  recording_mode { recording_frequency = "CONTINUOUS" }
}
resource "aws_config_delivery_channel" "d" {
  name           = "default"
  s3_bucket_name = aws_s3_bucket.a.id
  s3_key_prefix  = "dublin"
  s3_kms_key_arn = aws_kms_key.m.arn
  snapshot_delivery_properties { delivery_frequency = "One_Hour" }
  depends_on = [aws_config_configuration_recorder.r]
}
resource "aws_config_configuration_recorder_status" "s" {
  name       = aws_config_configuration_recorder.r.name
  is_enabled = true
  depends_on = [aws_config_delivery_channel.d]
}
resource "aws_config_aggregate_authorization" "a" {
  account_id = local.monitor
  region     = "eu-central-1"
}
resource "aws_config_configuration_aggregator" "a" {
  provider = aws.monitor
  name     = "sites"
  account_aggregation_source {
    account_ids = [local.site]
    regions     = ["eu-west-1"]
  }
}
resource "aws_config_config_rule" "r" {
  name = "encrypted-volumes"
  source {
    owner             = "AWS"
    source_identifier = "ENCRYPTED_VOLUMES"
  }
  depends_on = [aws_config_configuration_recorder.r]
}
resource "aws_guardduty_detector" "g" {
  enable                       = true
  finding_publishing_frequency = "FIFTEEN_MINUTES"
}
resource "aws_guardduty_detector_feature" "s3" {
  detector_id = aws_guardduty_detector.g.id
  name        = "S3_DATA_EVENTS"
  status      = "ENABLED"
}
resource "aws_guardduty_publishing_destination" "p" {
  detector_id     = aws_guardduty_detector.g.id
  destination_arn = "${aws_s3_bucket.a.arn}/guardduty"
  kms_key_arn     = aws_kms_key.m.arn
}
