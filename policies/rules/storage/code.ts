import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, pass, type Verdict } from "../../verdict";
import { absentOr } from "../absent-or";
import { inEveryStack, mustNotExist } from "../in-every-stack";
import { samePlace } from "../same-place";
import { judgeJob, judgePackage, judgeSigning } from "./signed-code";
import { textMust } from "../text-must";

/** `repository@sha256:…`: a tag can come to mean something else. */
const DIGEST = /@sha256:[0-9a-f]{64}$/;

const JUDGES: Readonly<Record<string, (resource: Resource, context: Context) => Verdict>> = {
  aws_ecr_repository: (repository) =>
    all(
      repository.value("image_tag_mutability").mustBe("IMMUTABLE"),
      repository.value("image_scanning_configuration[0].scan_on_push").mustBe(true),
    ),
  aws_lambda_code_signing_config: judgeSigning,
  aws_lambda_function: judgeFunction,
  aws_signer_signing_job: judgeJob,
  // It lets somebody else sign, or take signatures back.
  aws_signer_signing_profile_permission: (permission) =>
    mustNotExist(permission, "nobody beside the account's own roles who signs"),
};

export const code: WholeEstate = {
  kind: "whole",
  id: "STO-013",
  title: "What runs is what was built: images are immutable and scanned, functions signed by their own account",
  severity: "medium",
  controls: ["H63"],
  rationale:
    "Code that runs in a segment can read what is in it. An image that was replaced under its tag, or a function that nobody signed, or somebody elsewhere, is somebody else's code with the site's permissions.",
  remediation:
    "Set image_tag_mutability to IMMUTABLE and scan on push; build a function as a SignedFunction, or give it a code signing configuration that enforces with a profile of the stack, and code in a bucket of the stack; or an image by its digest.",
  sources: [
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html",
    "https://docs.aws.amazon.com/signer/latest/developerguide/signing-profile-cross-account.html",
  ],

  check(context) {
    const resources = context.model.resources(...Object.keys(JUDGES));
    return inEveryStack(context, resources, (resource) => JUDGES[resource.type]!(resource, context));
  },
};

function judgeFunction(lambda: Resource, context: Context): Verdict {
  const image = lambda.value("image_uri");
  if (!image.isAbsent) return textMust(image, "an image by its digest", (text) => DIGEST.test(text));
  const type = lambda.value("package_type");
  return all(
    pass(lambda.root.at),
    absentOr(type, "Zip"),
    lambda
      .value("code_signing_config_arn")
      .mustReferTo("a code signing configuration of this output", ["aws_lambda_code_signing_config"], (config) =>
        samePlace(config, lambda),
      ),
    judgePackage(lambda, context),
  );
}
