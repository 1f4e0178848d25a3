import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { textMust } from "../text-must";

interface Database {
  /** The attribute that names the parameter group, and its type. */
  readonly group: string;
  readonly type: string;
  /** Parameters of which one must have one of these values, in lower case: engines differ in the name. */
  readonly parameters: Readonly<Record<string, readonly string[]>>;
}

const FORCE_SSL = { "rds.force_ssl": ["1"], require_secure_transport: ["1", "on"] };
/** @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html */
const BY_PARAMETER: Readonly<Record<string, Database>> = {
  aws_db_instance: { group: "parameter_group_name", type: "aws_db_parameter_group", parameters: FORCE_SSL },
  aws_docdb_cluster: {
    group: "db_cluster_parameter_group_name",
    type: "aws_docdb_cluster_parameter_group",
    parameters: { tls: ["enabled", "tls1.2+", "tls1.3+", "fips-140-3"] },
  },
  aws_neptune_cluster: {
    group: "neptune_cluster_parameter_group_name",
    type: "aws_neptune_cluster_parameter_group",
    parameters: { neptune_enforce_ssl: ["1"] },
  },
  aws_rds_cluster: {
    group: "db_cluster_parameter_group_name",
    type: "aws_rds_cluster_parameter_group",
    parameters: FORCE_SSL,
  },
  aws_redshift_cluster: {
    group: "cluster_parameter_group_name",
    type: "aws_redshift_parameter_group",
    parameters: { require_ssl: ["true"] },
  },
};
/** Ends of a replication that are AWS's own services, which are called under TLS alone. */
const SERVICES = ["dynamodb", "elasticsearch", "kinesis", "opensearch", "s3"];

export const DATABASES: readonly string[] = [
  ...Object.keys(BY_PARAMETER),
  "aws_dms_endpoint",
  "aws_elasticache_cluster",
];

/** A database refuses connections in clear, and a replication verifies whom it talks to. */
export function databaseTls(resource: Resource): Verdict {
  if (resource.type === "aws_elasticache_cluster") {
    const group = resource.value("replication_group_id");
    return group.isAbsent ? resource.value("transit_encryption_enabled").mustBe(true) : pass(group.at);
  }
  if (resource.type === "aws_dms_endpoint") {
    const engine = resource.value("engine_name");
    if (engine.is(...SERVICES) === "yes") return pass(engine.at);
    return resource.value("ssl_mode").mustBe("verify-ca", "verify-full");
  }
  return byParameter(resource, BY_PARAMETER[resource.type]!);
}

function byParameter(resource: Resource, { group, type, parameters }: Database): Verdict {
  const expected = `a group that sets ${Object.keys(parameters).join(" or ")}`;
  const named = resource.value(group);
  const target = named.target(type);
  if (target.kind === "unknown") return undecided(named.at, named.legible, expected);
  if (target.kind !== "resource") return fail(named.at, named.legible, expected);
  const set = target.resource.value("parameter").items();
  const [found, ...others] = set.filter(
    (one) => one.isUnknown || one.value("name").is(...Object.keys(parameters)) !== "no",
  );
  if (!found) return fail(target.resource.value("parameter").at, "none of them", expected);
  return all(isOn(found, parameters), ...others.map((one) => isOn(one, parameters)));
}

function isOn(parameter: Value, parameters: Database["parameters"]): Verdict {
  const { text: name } = parameter.value("name");
  const allowed = parameters[name ?? ""] ?? [];
  return textMust(parameter.value("value"), allowed.join(" or "), (text) => allowed.includes(text.toLowerCase()));
}
