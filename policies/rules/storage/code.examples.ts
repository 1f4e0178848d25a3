import type { Examples, Resources } from "../../examples";

const repository = (more: Readonly<Record<string, unknown>>) => ({
  aws_ecr_repository: {
    report: {
      name: "report",
      image_tag_mutability: "IMMUTABLE",
      image_scanning_configuration: { scan_on_push: true },
      ...more,
    },
  },
});
const lambda = (more: Readonly<Record<string, unknown>>) => ({
  aws_lambda_function: { report: { function_name: "report", ...more } },
});
const OWN = "${aws_signer_signing_profile.own.version_arn}";
const ELSEWHERE = "arn:aws:signer:eu-west-1:999999999999:/signing-profiles/theirs/abcdefghij";
const signing = (untrusted_artifact_on_deployment: string, ...profiles: readonly string[]) => ({
  aws_signer_signing_profile: { own: { name: "own", platform_id: "AWSLambda-SHA384-ECDSA" } },
  aws_lambda_code_signing_config: {
    own: {
      policies: { untrusted_artifact_on_deployment },
      allowed_publishers: { signing_profile_version_arns: profiles.length > 0 ? profiles : [OWN] },
    },
  },
});
interface Package {
  readonly source?: object;
  readonly object?: object;
  readonly code?: object;
}
const packaged = ({ source, object, code }: Package = {}): Resources => ({
  ...signing("Enforce"),
  aws_s3_bucket: { code: { bucket: "code" } },
  aws_s3_object: { report: { bucket: "code", key: "report.zip", source: "assets/report.zip", ...object } },
  aws_signer_signing_job: {
    report: {
      profile_name: "${aws_signer_signing_profile.own.name}",
      source: {
        s3: {
          bucket: "code",
          key: "${aws_s3_object.report.key}",
          version: "${aws_s3_object.report.version_id}",
          ...source,
        },
      },
      destination: { s3: { bucket: "code", prefix: "signed/" } },
    },
  },
  ...lambda({
    ...SIGNED,
    s3_bucket: "code",
    s3_key: "${aws_signer_signing_job.report.signed_object[0].s3[0].key}",
    ...code,
  }),
});
const SIGNED = { code_signing_config_arn: "${aws_lambda_code_signing_config.own.arn}" };

export const codeExamples: Examples = {
  policy: "STO-013",
  pass: {
    "a stack runs nothing": {},
    "images are immutable and scanned": repository({}),
    "a function is signed": { ...signing("Enforce"), ...lambda(SIGNED) },
    "a function's code is what a job of the stack has signed": packaged(),
    "a function's code is one version of an object": packaged({
      code: { s3_key: "report.zip", s3_object_version: "x" },
    }),
    "a function is an image by its digest": lambda({
      package_type: "Image",
      image_uri: `200000000002.dkr.ecr.eu-west-1.amazonaws.com/report@sha256:${"0".repeat(64)}`,
    }),
  },
  fail: {
    "a tag can be moved": repository({ image_tag_mutability: "MUTABLE" }),
    "nothing is said of tags, which can then be moved": repository({ image_tag_mutability: undefined }),
    "images are not scanned": repository({ image_scanning_configuration: undefined }),
    "a function is not signed": lambda({}),
    "an untrusted function is only warned of": { ...signing("Warn"), ...lambda(SIGNED) },
    "a function may be signed by another account": { ...signing("Enforce", OWN, ELSEWHERE), ...lambda(SIGNED) },
    "nothing says who may sign": {
      ...signing("Enforce"),
      aws_lambda_code_signing_config: { own: { policies: { untrusted_artifact_on_deployment: "Enforce" } } },
    },
    "another account may sign with the profile": {
      ...packaged(),
      aws_signer_signing_profile_permission: {
        theirs: { profile_name: "own", action: "signer:StartSigningJob", principal: "999999999999" },
      },
    },
    "code of another account's bucket is signed": packaged({ source: { bucket: "theirs" } }),
    "code is signed that the deployment did not put there": packaged({ source: { key: "other.zip" } }),
    "another version is signed than the deployment put there": packaged({ source: { version: "older" } }),
    "a function's code lies in a bucket that is not in this output": packaged({ code: { s3_bucket: "theirs" } }),
    "a function's code may be replaced": packaged({ code: { s3_key: "report.zip" } }),
    "what a function runs was signed by no job of the stack": packaged({
      code: { s3_key: "${aws_signer_signing_job.other.signed_object[0].s3[0].key}" },
    }),
    "a function is an image by its tag": lambda({ package_type: "Image", image_uri: "report:latest" }),
  },
  undecided: {
    "who may sign comes from a variable": { ...signing("Enforce", OWN, "${var.profile}"), ...lambda(SIGNED) },
    "which code a function runs comes from a variable": packaged({ code: { s3_key: "${var.key}" } }),
    "what is signed comes from a variable": packaged({ object: { source: "${var.file}" } }),
    "the image comes from a variable": lambda({ image_uri: "${var.image}" }),
  },
};
