import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, fail, type Verdict } from "../../verdict";
import { atLeastOne } from "./counted";
import { declaredSinks, type Declared } from "./declared-sinks";

/** @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html */
const DEFAULT_FIELDS =
  "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status";

export const vpcFlowLog: EachResource = {
  kind: "each",
  id: "AUD-003",
  title: "Every VPC has a flow log of all its traffic, in the stack's archive at the monitor",
  severity: "high",
  controls: ["D28", "D34"],
  rationale:
    "A connection that no record shows is how data leaves unseen. Refused traffic tells of attempts; a log of one subnet tells nothing of the others.",
  remediation: "Build the network as an IsolatedSegment, which ships its flow logs with FlowLogShipping.",
  sources: ["https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html"],
  construct: "audit/flow-log-shipping",
  types: ["aws_vpc", "aws_default_vpc"],

  check(vpc, context) {
    const expected = `an aws_flow_log of ${vpc.address} to the stack's archive`;
    const declared = declaredSinks(context, vpc.stack);
    if (!declared) return fail(vpc.root.at, "a VPC of a stack for which no archive is declared", expected);
    return atLeastOne(vpc.companions("aws_flow_log", "vpc_id"), vpc.root.at, expected, (log) => judge(log, declared));
  },
};

function judge(log: Resource, { prefixedArns }: Declared): Verdict {
  return all(
    log.value("traffic_type").mustBe("ALL"),
    log.value("log_destination_type").mustBe("s3"),
    log.value("log_destination").mustBe(...prefixedArns),
    // EC2 refuses a role for a log that is delivered to S3.
    log.value("iam_role_arn").mustBeAbsent("no role, which delivery to S3 refuses"),
    log.value("max_aggregation_interval").mustBe(60),
    // Its prefix would put the account into another part of the path than the archive's policy names.
    log.value("destination_options.hive_compatible_partitions").mustNotBe(true),
    everyField(log),
  );
}

function everyField(log: Resource): Verdict {
  const format = log.value("log_format");
  if (format.isAbsent) return format.mustBeAbsent();
  return format.mustSatisfy("every field of the default format", ({ text }) =>
    DEFAULT_FIELDS.split(" ").every((field) => text?.includes(`\${${field}}`)),
  );
}
