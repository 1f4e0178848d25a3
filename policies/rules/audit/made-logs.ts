import { fillTemplate } from "../../catalogue/template";
import { hasHole, legible } from "../../model/symbolic";
import type { Value } from "../../model/value";
import { valuesAt } from "../../model/values-at";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, fail, notApplicable, pass, undecided, type Verdict } from "../../verdict";

const GROUP = "aws_cloudwatch_log_group";

/** The logs that a service writes of a resource. */
interface Made {
  /** What switches them on, of which each element is one; absent where there always are some. */
  readonly kinds?: string;
  /** The group's name, as a template of the catalogue; `{kind}` is such an element. */
  readonly group: string;
  /** Where another name may stand. */
  readonly named?: string;
  /** Where it may stand that there are none, as DISABLED. */
  readonly status?: string;
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/aws-services-sending-logs.html */
const MADE: Readonly<Record<string, Made>> = {
  aws_codebuild_project: {
    group: "/aws/codebuild/{name}",
    named: "logs_config.cloudwatch_logs.group_name",
    status: "logs_config.cloudwatch_logs.status",
  },
  aws_db_instance: { kinds: "enabled_cloudwatch_logs_exports", group: "/aws/rds/instance/{identifier}/{kind}" },
  aws_docdb_cluster: { kinds: "enabled_cloudwatch_logs_exports", group: "/aws/docdb/{cluster_identifier}/{kind}" },
  aws_eks_cluster: { kinds: "enabled_cluster_log_types", group: "/aws/eks/{name}/cluster" },
  aws_lambda_function: { group: "/aws/lambda/{function_name}", named: "logging_config.log_group" },
  aws_neptune_cluster: { kinds: "enable_cloudwatch_logs_exports", group: "/aws/neptune/{cluster_identifier}/{kind}" },
  aws_rds_cluster: { kinds: "enabled_cloudwatch_logs_exports", group: "/aws/rds/cluster/{cluster_identifier}/{kind}" },
};

export const madeLogs: EachResource = {
  kind: "each",
  id: "AUD-030",
  title: "A service writes its logs into a log group of the stack, and makes none by itself",
  severity: "high",
  controls: ["B10", "H60"],
  rationale:
    "A log group that is not there when the first record is written is made by the service: under AWS's key, and kept for ever. A database's log quotes what was asked of it.",
  remediation: "Make an EncryptedLogGroup of the name that the service writes to, before the resource.",
  sources: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html",
  ],
  construct: "functions/signed-function",
  types: Object.keys(MADE),

  check(resource) {
    const { kinds, status } = MADE[resource.type]!;
    if (status && valuesAt(resource, status).some((value) => value.is("DISABLED") === "yes")) {
      return notApplicable(resource.root.at);
    }
    const written = kinds === undefined ? [undefined] : resource.value(kinds).items();
    const [first, ...others] = written.map((kind) => goesToOwnGroup(resource, kind));
    return first ? all(first, ...others) : notApplicable(resource.root.at);
  },
};

function goesToOwnGroup(resource: Resource, kind: Value | undefined): Verdict {
  const { group, named } = MADE[resource.type]!;
  const own = named === undefined ? undefined : valuesAt(resource, named).find((value) => !value.isAbsent);
  const { at } = kind ?? own ?? resource.root;
  const name = own ? own.text : fillTemplate(group, (placeholder) => textFor(placeholder, resource, kind));
  const expected = `a log group of the stack${name === undefined ? "" : ` called ${legible(name)}`}`;
  if (name === undefined || hasHole(name)) {
    return undecided(at, `cannot be known before deployment: ${(own ?? kind ?? resource.root).legible}`, expected);
  }
  const found = resource.find(name, GROUP);
  if (!found || found.stack !== resource.stack) return fail(at, "none, so that the service makes it", expected);
  return found.exists === "yes" ? pass(at) : undecided(at, "perhaps, as an expression decides", expected);
}

function textFor(placeholder: string, resource: Resource, kind: Value | undefined): string | undefined {
  if (placeholder === "kind") return kind?.text;
  const text = resource.attribute(placeholder);
  return typeof text === "string" ? text : undefined;
}
