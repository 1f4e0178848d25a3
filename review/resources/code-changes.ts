import type { Resource } from "../../policies/model/resource";
import type { Change } from "../entry";
import { whereIs } from "../where";
import type { Comparable } from "./comparable";
import type { Difference } from "./differences";
import type { Pair } from "./pairing";
import { toldComparable } from "./setting-changes";

/** Where a type says what runs, and who vouches for it: no policy can tell whether other code does the same. */
const CODE: Readonly<Record<string, readonly string[]>> = {
  aws_lambda_function: [
    "source_code_hash",
    "filename",
    "s3_bucket",
    "s3_key",
    "s3_object_version",
    "image_uri",
    "image_config",
    "handler",
    "runtime",
    "layers",
    "code_signing_config_arn",
  ],
  aws_lambda_layer_version: ["source_code_hash", "filename", "s3_bucket", "s3_key", "s3_object_version"],
  aws_lambda_alias: ["function_version", "routing_config"],
  aws_lambda_code_signing_config: ["allowed_publishers"],
  aws_signer_signing_job: ["source", "profile_name"],
  aws_signer_signing_profile: ["platform_id", "signing_material"],
  aws_s3_object: ["source", "content", "content_base64", "source_hash"],
  aws_s3_object_copy: ["source"],
};
/** What is called after its content changes with it, and says nothing more. */
const NAMED_AFTER: Readonly<Record<string, readonly string[]>> = { aws_s3_object: ["key", "etag"] };
const VOUCHED = ["allowed_publishers", "code_signing_config_arn", "profile_name"];

/** One change of what runs, and everything that differs because of it. */
interface CodeChange {
  readonly change: Change;
  readonly paths: readonly string[];
}

/**
 * That something runs other code than before, or code that somebody else vouches for. What the code guaranteed is for
 * somebody to look at again, where it handles restricted data or carries audit.
 */
export function codeChange({ head }: Pair, differing: readonly Difference[]): CodeChange | undefined {
  const code = differing.filter(({ path, ...sides }) => isOf(CODE, head.type, path) && isOther(sides));
  const [first] = code;
  if (!first) return undefined;
  const named = differing.filter(({ path }) => isOf(NAMED_AFTER, head.type, path));
  const paths = [...code, ...named].map(({ path }) => path);
  const [, ...others] = paths;
  const { before, after, path } = first;
  const change: Change = {
    verdict: ["restricted", "audit"].includes(head.dataClass) ? "weaker" : "other",
    about: "setting",
    where: whereIs(head),
    what: VOUCHED.some((each) => isWithin(path, each)) ? "others vouch for the code that runs" : "other code runs",
    path,
    ...(before === undefined ? {} : { before: toldComparable(before) }),
    ...(after === undefined ? {} : { after: toldComparable(after) }),
    details: others.length > 0 ? [`also another: ${others.join(", ")}`] : [],
    policies: [],
    controls: controlsOf(head),
  };
  return { change, paths };
}

/** Whoever approves audit approves what carries it. */
function controlsOf({ dataClass }: Resource): readonly string[] {
  return dataClass === "audit" ? ["H63", "D33"] : ["H63"];
}

function isOf(table: Readonly<Record<string, readonly string[]>>, type: string, path: string): boolean {
  return (table[type] ?? []).some((each) => isWithin(path, each));
}

function isWithin(path: string, whole: string): boolean {
  return path === whole || path.startsWith(`${whole}.`);
}

/** An asset lies in a folder that is called after its construct, and under the digest of what is in it. */
function isOther({ before, after }: Pick<Difference, "before" | "after">): boolean {
  return assetOf(before) !== assetOf(after) || assetOf(before) === undefined;
}

function assetOf(side: Comparable | undefined): string | undefined {
  return typeof side === "string" ? (/^assets\/[^/]+\/([0-9A-Fa-f]{32,}\/.*)$/.exec(side)?.[1] ?? side) : undefined;
}
