import type { Examples } from "../../examples";

const OURS = "o-cloverlocal1";
const perimeter = { "aws:PrincipalOrgID": OURS, "aws:ResourceOrgID": OURS };

const policy = (...Statement: readonly unknown[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const allow = (StringEquals: unknown, different: Readonly<Record<string, unknown>> = {}) => ({
  Effect: "Allow",
  Principal: "*",
  Action: "*",
  Resource: "*",
  ...(StringEquals ? { Condition: { StringEquals } } : {}),
  ...different,
});
const endpoint = (text?: string) => ({
  aws_vpc_endpoint: { s3: { service_name: "com.amazonaws.eu-west-1.s3", ...(text ? { policy: text } : {}) } },
});

export const endpointPoliciesExamples: Examples = {
  policy: "ISO-016",
  pass: {
    "it is for the organization, to the organization": endpoint(policy(allow(perimeter))),
    "the policy stands on its own": {
      ...endpoint(),
      aws_vpc_endpoint_policy: {
        s3: { vpc_endpoint_id: "${aws_vpc_endpoint.s3.id}", policy: policy(allow(perimeter)) },
      },
    },
    "everybody else is denied": endpoint(
      policy(
        allow(undefined),
        {
          ...allow(undefined, { Effect: "Deny" }),
          Condition: { StringNotEquals: { "aws:PrincipalOrgID": OURS } },
        },
        {
          ...allow(undefined, { Effect: "Deny" }),
          Condition: { StringNotEquals: { "aws:ResourceOrgID": OURS } },
        },
      ),
    ),
    "image layers of AWS can be read": endpoint(
      policy(allow(perimeter), {
        ...allow({ "aws:PrincipalOrgID": OURS }),
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*",
      }),
    ),
  },
  fail: {
    "there is no policy, which allows everything": endpoint(),
    "it is for everybody": endpoint(policy(allow(undefined))),
    "only the principal is bound": endpoint(policy(allow({ "aws:PrincipalOrgID": OURS }))),
    "only the resource is bound": endpoint(policy(allow({ "aws:ResourceOrgID": OURS }))),
    "it is for another organization": endpoint(policy(allow({ ...perimeter, "aws:PrincipalOrgID": "o-aaaaaaaaaaaa" }))),
    "a wildcard lets every organization in": endpoint(
      policy({
        ...allow(undefined),
        Condition: { StringLike: { "aws:PrincipalOrgID": "o-*" }, StringEquals: { "aws:ResourceOrgID": OURS } },
      }),
    ),
    "whoever carries no organization is let in too": endpoint(
      policy({ ...allow(undefined), Condition: { StringEqualsIfExists: perimeter } }),
    ),
    "one bucket of somebody else can be written": endpoint(
      policy(allow(perimeter), {
        ...allow({ "aws:PrincipalOrgID": OURS }),
        Action: "s3:PutObject",
        Resource: "arn:aws:s3:::collector/*",
      }),
    ),
  },
  undecided: {
    "the organization comes from a variable": endpoint(
      policy(allow({ "aws:PrincipalOrgID": "${var.organization}", "aws:ResourceOrgID": OURS })),
    ),
    "the policy comes from a data source": endpoint("${data.aws_iam_policy_document.endpoint.json}"),
  },
};
