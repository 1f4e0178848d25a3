import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, pass, type Verdict } from "../../verdict";
import { absentOr } from "../absent-or";
import { inEveryStack } from "../in-every-stack";
import { samePlace } from "../same-place";
import { textMust } from "../text-must";

/** `repository@sha256:…`: a tag can come to mean something else. */
const DIGEST = /@sha256:[0-9a-f]{64}$/;

const JUDGES: Readonly<Record<string, (resource: Resource) => Verdict>> = {
  aws_ecr_repository: (repository) =>
    all(
      repository.value("image_tag_mutability").mustBe("IMMUTABLE"),
      repository.value("image_scanning_configuration[0].scan_on_push").mustBe(true),
    ),
  aws_lambda_code_signing_config: (config) =>
    config.value("policies[0].untrusted_artifact_on_deployment").mustBe("Enforce"),
  aws_lambda_function: judgeFunction,
};

export const code: WholeEstate = {
  kind: "whole",
  id: "STO-013",
  title: "What runs is what was built: images are immutable and scanned, functions signed",
  severity: "medium",
  controls: ["H63"],
  rationale:
    "Code that runs in a segment can read what is in it. An image that was replaced under its tag, or a function that nobody signed, is somebody else's code with the site's permissions.",
  remediation:
    "Set image_tag_mutability to IMMUTABLE and scan on push; give a function a code signing configuration that enforces, or an image by its digest.",
  sources: [
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html",
  ],

  check(context) {
    const resources = context.model.resources(...Object.keys(JUDGES));
    return inEveryStack(context, resources, (resource) => JUDGES[resource.type]!(resource));
  },
};

function judgeFunction(lambda: Resource): Verdict {
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
  );
}
