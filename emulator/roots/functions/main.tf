resource "aws_s3_bucket" "code" {
  bucket        = "clover-functions"
  force_destroy = true
}
resource "aws_s3_bucket_versioning" "code" {
  bucket = aws_s3_bucket.code.bucket
  versioning_configuration {
    status = "Enabled"
  }
}
resource "aws_s3_object" "unsigned" {
  bucket     = aws_s3_bucket.code.bucket
  key        = "unsigned/fn.zip"
  source     = "fn.zip"
  depends_on = [aws_s3_bucket_versioning.code]
}
resource "aws_signer_signing_profile" "p" {
  name        = "clover_functions"
  platform_id = "AWSLambda-SHA384-ECDSA"
}
resource "aws_signer_signing_job" "j" {
  profile_name = aws_signer_signing_profile.p.name
  source {
    s3 {
      bucket  = aws_s3_bucket.code.bucket
      key     = aws_s3_object.unsigned.key
      version = aws_s3_object.unsigned.version_id
    }
  }
  destination {
    s3 {
      bucket = aws_s3_bucket.code.bucket
      prefix = "signed/"
    }
  }
}
resource "aws_lambda_code_signing_config" "c" {
  allowed_publishers {
    signing_profile_version_arns = [aws_signer_signing_profile.p.version_arn]
  }
  policies {
    untrusted_artifact_on_deployment = "Enforce"
  }
}
resource "aws_iam_role" "r" {
  name               = "functions"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
resource "aws_kms_key" "k" {}
resource "aws_sqs_queue" "unhandled" {
  name              = "unhandled"
  kms_master_key_id = aws_kms_key.k.arn
}
resource "aws_cloudwatch_log_group" "l" {
  name = "functions"
}
resource "aws_lambda_function" "f" {
  function_name                  = "functions"
  role                           = aws_iam_role.r.arn
  runtime                        = "nodejs22.x"
  architectures                  = ["arm64"]
  handler                        = "index.handler"
  s3_bucket                      = aws_s3_bucket.code.bucket
  s3_key                         = aws_signer_signing_job.j.signed_object[0].s3[0].key
  code_signing_config_arn        = aws_lambda_code_signing_config.c.arn
  kms_key_arn                    = aws_kms_key.k.arn
  memory_size                    = 512
  timeout                        = 60
  reserved_concurrent_executions = 1
  environment {
    variables = { PLACE = "dublin" }
  }
  dead_letter_config {
    target_arn = aws_sqs_queue.unhandled.arn
  }
  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.l.name
  }
}
