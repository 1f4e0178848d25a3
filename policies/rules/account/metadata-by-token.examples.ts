import type { Examples } from "../../examples";

const defaults = (http_tokens?: string, http_put_response_hop_limit?: unknown) => ({
  aws_ec2_instance_metadata_defaults: { account: { http_tokens, http_put_response_hop_limit } },
});

export const metadataByTokenExamples: Examples = {
  policy: "ACC-004",
  pass: { "a token is required, and goes no further than the machine": defaults("required", 1) },
  fail: {
    "the account has no default": {},
    "a token is optional": defaults("optional", 1),
    "no preference is stated": defaults(undefined, 1),
    "the answer may travel on": defaults("required", 64),
  },
  undecided: { "a variable decides": defaults("required", "${var.hops}") },
};
