import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { legible } from "../../model/symbolic";
import type { Value } from "../../model/value";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { samePlace } from "../same-place";

const PROFILE = "aws_signer_signing_profile";
const JOB = "aws_signer_signing_job";
const OBJECT = "aws_s3_object";
/** A key that AWS gives to what a job has signed. */
const SIGNED = /^\$\{aws_signer_signing_job\.([\w-]+)\.signed_object(\[0\]|\.0)\.s3(\[0\]|\.0)\.key\}$/;

/** Passes when what nobody signed with a profile of the output's own place is refused. */
export function judgeSigning(config: Resource): Verdict {
  const publishers = config.value("allowed_publishers[0].signing_profile_version_arns");
  const [first, ...others] = publishers.items();
  const expected = "a signing profile of this output, of the same account and region";
  const isOwn = (named: Value) => named.mustReferTo(expected, [PROFILE], (profile) => samePlace(profile, config));
  return all(
    config.value("policies[0].untrusted_artifact_on_deployment").mustBe("Enforce"),
    first ? all(isOwn(first), ...others.map(isOwn)) : fail(publishers.at, "none", expected),
  );
}

/** Passes when a job signs what the deployment itself has put where it is signed, in the version that it has put. */
export function judgeJob(job: Resource): Verdict {
  const source = job.value("source[0].s3[0]");
  const named = source.value("key").target(OBJECT);
  const object = named.kind === "resource" ? named.resource : undefined;
  return all(
    job.value("profile_name").mustReferTo("a signing profile of this output", [PROFILE], (one) => samePlace(one, job)),
    ownBucket(source.value("bucket"), job),
    ownBucket(job.value("destination[0].s3[0].bucket"), job),
    source.value("key").mustReferTo("an object of this output", [OBJECT], ({ exists }) => exists),
    source.value("version").mustReferTo("that object's version", [OBJECT], (one) => one === object),
    object ? deployed(object) : pass(job.root.at),
  );
}

/** Its content is the deployment's: neither it nor which file it is may change beside it. */
function deployed(object: Resource): Verdict {
  const ways = ["source", "content", "content_base64"].map((name) => object.value(name)).filter((way) => !way.isAbsent);
  const [way] = ways;
  const expected = "a file of the deployment";
  if (!way) return fail(object.root.at, "none", expected);
  return way.isUnknown ? undecided(way.at, way.legible, expected) : pass(way.at);
}

/**
 * Passes when the package of a function is a file of the deployment, or lies in a bucket of its own place where it cannot
 * be replaced: under the name that a signing job gave it, or in one version.
 */
export function judgePackage(lambda: Resource, context: Context): Verdict {
  const bucket = lambda.value("s3_bucket");
  if (bucket.isAbsent) return pass(lambda.root.at);
  const key = lambda.value("s3_key");
  const version = lambda.value("s3_object_version");
  const isFixed = !version.isAbsent && version.data !== "";
  return all(ownBucket(bucket, lambda), isFixed ? pass(version.at) : isSigned(key, lambda, context));
}

function isSigned(key: Value, lambda: Resource, { model }: Context): Verdict {
  const expected = "what a signing job of the stack has signed, or one version of an object";
  const jobs = model.resourcesIn(lambda.stack, JOB);
  const [, name] = SIGNED.exec(key.legible) ?? [];
  const isOf = (job: Resource) =>
    name === undefined ? job.exported("signed_object").value("[0].s3[0].key").text === key.text : job.name === name;
  if (key.text !== undefined || name !== undefined) {
    const job = jobs.find(isOf);
    return job && job.exists === "yes" ? pass(key.at) : fail(key.at, legible(key.legible), expected);
  }
  return key.isAbsent ? fail(key.at, "nothing", expected) : undecided(key.at, key.legible, expected);
}

function ownBucket(named: Value, user: Resource): Verdict {
  return named.mustReferTo("a bucket of this output, of the same account and region", ["aws_s3_bucket"], (bucket) =>
    samePlace(bucket, user),
  );
}
