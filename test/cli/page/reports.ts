import { check } from "../../../policies/check";
import type { Report } from "../../../policies/report";
import type { Block, Output } from "../../policies/mutations/mutation";
import { sideOf } from "../../review/versions";
import { declaredEstate, TODAY } from "../../support/estates";

const OUTSIDE = "arn:aws:iam::600000000006:root";

/** The report of the real local estate, as it is after a change of its output. */
export function localReport(change: (output: Output) => void = () => undefined): Report {
  const estate = declaredEstate("local");
  return check(sideOf(estate, change).inputs, { estate, today: TODAY, waivers: [] });
}

/** Every verdict that a channel can have, and what many hands break beside it. */
export function breakMuch(output: Output): void {
  letIn(output, "aws_s3_bucket_policy", "user-data", ["s3:GetObject", "s3:ListBucket"]);
  letIn(output, "aws_kms_key", "user-data/key", ["kms:Decrypt"]);
  const { bucket } = output.resource("dublin", "aws_s3_bucket", "user-data");
  output.add("norway", "aws_s3_bucket_replication_configuration", "copy", {
    bucket: `\${${output.address("norway", "aws_s3_bucket", "user-data")}.id}`,
    role: "arn:aws:iam::400000000004:role/copy",
    rule: [{ status: "Enabled", destination: [{ bucket: `arn:aws:s3:::${bucket}` }] }],
  });
  output.add("ireland-2", "aws_cloudwatch_event_target", "somewhere", { rule: "any", arn: "${var.bus}" });
  for (const stack of ["dublin", "ireland-2", "norway", "enclave"]) {
    delete output.stacks[stack]!["resource"].aws_vpc_block_public_access_options;
  }
  for (const key of Object.values<Block>(output.stacks["norway"]!["resource"].aws_kms_key)) {
    key["enable_key_rotation"] = "${var.rotate}";
  }
  output.remove("ireland-2", "aws_s3_bucket_server_side_encryption_configuration", "user-data");
  for (const type of ["aws_vpc_endpoint_service", "aws_vpc_endpoint_service_allowed_principal"]) {
    delete output.stacks["dublin"]!["resource"][type];
  }
}

/** A statement more in the policy of a resource of Dublin's: it lets in an account that nobody declares. */
function letIn(output: Output, type: string, path: string, Action: readonly string[]): void {
  const block = output.resource("dublin", type, path);
  output.document(block, "policy", ({ Statement }) => {
    Statement.push({ Sid: "Partner", Effect: "Allow", Principal: { AWS: OUTSIDE }, Action, Resource: "*" });
  });
}
