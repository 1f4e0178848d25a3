import type { Examples } from "../../examples";

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
const signing = (untrusted_artifact_on_deployment: string) => ({
  aws_lambda_code_signing_config: { own: { policies: { untrusted_artifact_on_deployment } } },
});
const SIGNED = { code_signing_config_arn: "${aws_lambda_code_signing_config.own.arn}" };

export const codeExamples: Examples = {
  policy: "STO-013",
  pass: {
    "a stack runs nothing": {},
    "images are immutable and scanned": repository({}),
    "a function is signed": { ...signing("Enforce"), ...lambda(SIGNED) },
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
    "a function is an image by its tag": lambda({ package_type: "Image", image_uri: "report:latest" }),
  },
  undecided: {
    "the image comes from a variable": lambda({ image_uri: "${var.image}" }),
  },
};
