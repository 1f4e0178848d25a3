import type { Examples, Resources } from "../../examples";

const management = (resource: Resources) => ({ stacks: { organization: { resource } } });
const queue = (tags: unknown) => management({ aws_sqs_queue: { one: { name: "one", tags } } });

export const emptyManagementExamples: Examples = {
  policy: "ORG-011",
  pass: { "it keeps records of what happened": queue({ "data-class": "audit" }) },
  fail: {
    "it keeps what nobody says is anything else": queue(undefined),
    "it keeps user data": queue({ "data-class": "restricted" }),
    "it keeps a database": management({ aws_rds_cluster: { one: { engine: "aurora-postgresql" } } }),
  },
  undecided: {
    "what it keeps comes from a variable": queue({ "data-class": "${var.class}" }),
    "a stack of another kind may build anything": management({
      aws_cloudformation_stack: { one: { name: "one", template_body: "{}" } },
    }),
  },
  notApplicable: {
    "it is a site's own": { aws_sqs_queue: { one: { name: "one" } } },
    "it keeps nothing": management({ aws_iam_role: { one: { name: "one" } } }),
  },
};
