resource "aws_kms_key" "k" {
  enable_key_rotation     = true
  deletion_window_in_days = 30
}
resource "aws_cloudwatch_log_group" "l" {
  name              = "/dublin/app"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.k.arn
}
resource "aws_cloudwatch_log_metric_filter" "f" {
  name           = "denied"
  log_group_name = aws_cloudwatch_log_group.l.name
  pattern        = "{ $.errorCode = \"AccessDenied\" }"
  metric_transformation {
    name      = "Denied"
    namespace = "Residency"
    value     = "1"
  }
}
resource "aws_sns_topic" "t" {
  name              = "alarms"
  kms_master_key_id = aws_kms_key.k.arn
}
resource "aws_sns_topic_policy" "t" {
  arn    = aws_sns_topic.t.arn
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "cloudwatch.amazonaws.com" }, Action = "sns:Publish", Resource = aws_sns_topic.t.arn }] })
}
resource "aws_cloudwatch_metric_alarm" "a" {
  alarm_name          = "silence"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 1
  threshold           = 1
  metric_name         = "Delivered"
  namespace           = "Residency"
  period              = 300
  statistic           = "Sum"
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.t.arn]
}
resource "aws_cloudwatch_event_bus" "m" {
  provider = aws.monitor
  name     = "audit"
}
resource "aws_cloudwatch_event_bus_policy" "m" {
  provider       = aws.monitor
  event_bus_name = aws_cloudwatch_event_bus.m.name
  policy         = jsonencode({ Version = "2012-10-17", Statement = [{ Sid = "Site", Effect = "Allow", Principal = { AWS = "arn:aws:iam::${local.site}:root" }, Action = "events:PutEvents", Resource = aws_cloudwatch_event_bus.m.arn }] })
}
resource "aws_sqs_queue" "mq" {
  provider                = aws.monitor
  name                    = "audit-events"
  sqs_managed_sse_enabled = true
}
resource "aws_cloudwatch_event_rule" "mr" {
  provider       = aws.monitor
  name           = "all"
  event_bus_name = aws_cloudwatch_event_bus.m.name
  event_pattern  = jsonencode({ account = [local.site] })
}
resource "aws_cloudwatch_event_target" "mt" {
  provider       = aws.monitor
  rule           = aws_cloudwatch_event_rule.mr.name
  event_bus_name = aws_cloudwatch_event_bus.m.name
  arn            = aws_sqs_queue.mq.arn
}
resource "aws_sqs_queue" "dlq" {
  name                      = "forward-dlq"
  kms_master_key_id         = aws_kms_key.k.arn
  message_retention_seconds = 1209600
}
resource "aws_iam_role" "f" {
  name               = "forward"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = ["events.amazonaws.com", "lambda.amazonaws.com", "scheduler.amazonaws.com"] }, Action = "sts:AssumeRole" }] })
}
resource "aws_cloudwatch_event_rule" "f" {
  name          = "forward"
  event_pattern = jsonencode({ source = ["aws.cloudtrail", "residency.test"] })
}
resource "aws_cloudwatch_event_target" "f" {
  rule     = aws_cloudwatch_event_rule.f.name
  arn      = aws_cloudwatch_event_bus.m.arn
  role_arn = aws_iam_role.f.arn
  dead_letter_config { arn = aws_sqs_queue.dlq.arn }
}
resource "aws_lambda_function" "l" {
  function_name    = "probe"
  role             = aws_iam_role.f.arn
  handler          = "index.handler"
  runtime          = "python3.13"
  filename         = "fn.zip"
  source_code_hash = filebase64sha256("fn.zip")
  kms_key_arn      = aws_kms_key.k.arn
  timeout          = 10
  environment { variables = { A = "b" } }
  dead_letter_config { target_arn = aws_sqs_queue.dlq.arn }
  tracing_config { mode = "Active" }
}
resource "aws_lambda_permission" "p" {
  function_name = aws_lambda_function.l.function_name
  action        = "lambda:InvokeFunction"
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.f.arn
}
resource "aws_scheduler_schedule" "s" {
  name                = "nightly"
  schedule_expression = "rate(1 day)"
  kms_key_arn         = aws_kms_key.k.arn
  flexible_time_window { mode = "OFF" }
  target {
    arn      = aws_lambda_function.l.arn
    role_arn = aws_iam_role.f.arn
  }
}
