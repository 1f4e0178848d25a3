import type { Resource } from "../model/resource";
import type { Verdict } from "../verdict";

/** Credentials, or places that they come from, and endpoints, of the AWS provider and of the S3 backend. */
const REFUSED = [
  "access_key",
  "secret_key",
  "token",
  "profile",
  "shared_config_files",
  "shared_credentials_file",
  "shared_credentials_files",
  "assume_role_with_web_identity",
  "endpoint",
  "endpoints",
  "dynamodb_endpoint",
  "iam_endpoint",
  "sts_endpoint",
  "sts_region",
  "ec2_metadata_service_endpoint",
  "http_proxy",
  "https_proxy",
  "custom_ca_bundle",
];
const SWITCHES = [
  "insecure",
  "skip_credentials_validation",
  "skip_metadata_api_check",
  "skip_region_validation",
  "skip_requesting_account_id",
  "skip_s3_checksum",
];

/**
 * One verdict for each setting by which requests of a provider or a backend could go elsewhere, or with other rights,
 * than declared.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs#argument-reference
 */
export function nothingDiverted(settings: Resource): readonly Verdict[] {
  return [
    ...REFUSED.map((name) => settings.value(name).mustBeAbsent("credentials and endpoints of the deployment's role")),
    ...SWITCHES.map((name) => settings.value(name).mustNotBe(true)),
  ];
}
