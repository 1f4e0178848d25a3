import type { Examples, Resources } from "../../examples";
import { accessRole, serviceRole, STORE } from "./example-access";
import { PEOPLE_CONDITION } from "./example-people";
import { policyJson } from "./example-trust";

const { DateLessThanEquals } = PEOPLE_CONDITION;
const BUCKET = "${aws_s3_bucket.data.arn}";
const DOOR = "${aws_vpc_endpoint.s3.id}";
const read = (Action: string, Resource: string, Condition: unknown = { DateLessThanEquals }) => ({
  Effect: "Allow",
  Action,
  Resource,
  Condition,
});
const LIST = read("s3:ListBucket", BUCKET);
const OBJECTS = read("s3:GetObject", `${BUCKET}/*`);
const DECRYPT = read("kms:Decrypt", "${aws_kms_key.own.arn}");
const granted = (...statements: readonly unknown[]): Resources => ({
  aws_iam_role_policy: { read: { role: "${aws_iam_role.people.name}", policy: policyJson(...statements) } },
});
const of = (...parts: readonly Resources[]): Resources => Object.assign({}, STORE, accessRole(), ...parts) as Resources;
const ALL = granted(LIST, OBJECTS, DECRYPT);
const bucketPolicy = (...statements: readonly unknown[]): Resources => ({
  aws_s3_bucket_policy: { data: { bucket: "${aws_s3_bucket.data.id}", policy: policyJson(...statements) } },
});
const outside = (door: string) =>
  bucketPolicy({
    Effect: "Deny",
    Principal: "*",
    Action: "s3:GetObject*",
    Resource: `${BUCKET}/*`,
    Condition: { StringNotEquals: { "aws:SourceVpce": door } },
  });
const keyPolicy = (Condition: unknown): Resources => ({
  aws_kms_key: {
    own: {
      enable_key_rotation: true,
      policy: policyJson({
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::200000000002:root" },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition,
      }),
    },
  },
});
const endpoint = (more: Readonly<Record<string, unknown>>): Resources => ({
  aws_vpc_endpoint: { s3: { service_name: "com.amazonaws.eu-west-1.s3", vpc_id: "vpc-0a", ...more } },
});
const forOrganization = (id: string) => ({
  policy: policyJson({
    Effect: "Allow",
    Principal: "*",
    Action: "*",
    Resource: "*",
    Condition: { StringEquals: { "aws:PrincipalOrgID": id, "aws:ResourceOrgID": id } },
  }),
});
const through = (service: string) => keyPolicy({ StringEquals: { "kms:ViaService": service } });

export const accessReadsExamples: Examples = {
  policy: "IDN-016",
  pass: {
    "nothing stands between the role and its bucket": of(ALL),
    "bucket, key and endpoint let through whoever comes this way": of(
      ALL,
      outside(DOOR),
      through("s3.eu-west-1.amazonaws.com"),
      endpoint(forOrganization("o-cloverlocal1")),
    ),
  },
  fail: {
    "it is granted nothing": of(),
    "it is granted the objects and not the list": of(granted(OBJECTS, DECRYPT)),
    "it is not granted the key": of(granted(LIST, OBJECTS)),
    "its grant ends before the last day": of(
      granted(LIST, DECRYPT, {
        ...OBJECTS,
        Condition: { DateLessThanEquals: { "aws:CurrentTime": "2027-06-29T23:59:59Z" } },
      }),
    ),
    "the bucket knows another endpoint of the segment": of(ALL, outside("${aws_vpc_endpoint.other.id}"), {
      aws_vpc_endpoint: { ...STORE["aws_vpc_endpoint"], other: { service_name: "com.amazonaws.eu-west-1.kms" } },
    }),
    "the key knows another service": of(ALL, through("dynamodb.eu-west-1.amazonaws.com")),
    "the endpoint is for another organization": of(ALL, endpoint(forOrganization("o-another0001"))),
    "there is no endpoint of S3": of(ALL, endpoint({ service_name: "com.amazonaws.eu-west-1.dynamodb" })),
    "its boundary leaves it nothing": of(ALL, accessRole({ permissions_boundary: "${aws_iam_policy.boundary.arn}" }), {
      aws_iam_policy: { boundary: { name: "boundary", policy: policyJson(LIST) } },
    }),
  },
  undecided: {
    "the bucket's door comes from a variable": of(ALL, outside("${var.door}")),
    "an expression decides whether there is an endpoint": of(ALL, endpoint({ count: "${var.endpoints}" })),
    "what the role is granted comes from a variable": of(
      granted(LIST, DECRYPT, { ...OBJECTS, Resource: "${var.bucket}/*" }),
    ),
  },
  notApplicable: { "no people may assume the role": serviceRole("events.amazonaws.com") },
};
