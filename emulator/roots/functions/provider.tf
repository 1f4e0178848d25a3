terraform {
  required_version = ">= 1.11"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}
locals {
  site    = "222222222222"
  monitor = "333333333333"
}
provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["222222222222"]
  max_retries         = 2
  assume_role { role_arn = "arn:aws:iam::222222222222:role/deploy" }
  default_tags { tags = { Project = "residency" } }
}
provider "aws" {
  alias               = "monitor"
  region              = "eu-central-1"
  allowed_account_ids = ["333333333333"]
  max_retries         = 2
  assume_role { role_arn = "arn:aws:iam::333333333333:role/deploy" }
  default_tags { tags = { Project = "residency" } }
}

