import type { Resources } from "../../examples";
import { DUBLIN, PEOPLE, PEOPLE_CONDITION } from "./example-people";
import { policyJson, trustJson } from "./example-trust";

/** A role for Dublin's declared access, for examples. */
export function accessRole(more: Readonly<Record<string, unknown>> = {}): Resources {
  const assume_role_policy = trustJson({ AWS: PEOPLE }, PEOPLE_CONDITION);
  return { aws_iam_role: { people: { name: "people", assume_role_policy, ...more } } };
}

/** A store, its key and an endpoint, for examples. */
export const STORE: Resources = {
  aws_kms_key: { own: { enable_key_rotation: true } },
  aws_s3_bucket: { data: { bucket: "data", tags: { "data-class": "restricted" } } },
  aws_s3_bucket_server_side_encryption_configuration: {
    data: {
      bucket: "${aws_s3_bucket.data.bucket}",
      rule: [
        {
          apply_server_side_encryption_by_default: {
            sse_algorithm: "aws:kms",
            kms_master_key_id: "${aws_kms_key.own.arn}",
          },
        },
      ],
    },
  },
  aws_vpc_endpoint: { s3: { service_name: "com.amazonaws.eu-west-1.s3", vpc_id: "vpc-0a" } },
};

/** A role of a service in Dublin, for examples. */
export function serviceRole(service: string, more: Readonly<Record<string, unknown>> = {}): Resources {
  const Condition = { StringEquals: { "aws:SourceAccount": DUBLIN } };
  const assume_role_policy = trustJson({ Service: service }, Condition);
  return { aws_iam_role: { one: { name: "one", assume_role_policy, ...more } } };
}

/** A boundary as it should be, for examples; or without one of its statements. */
export function boundary(but?: string): Resources {
  const deny = (Sid: string, Action: unknown, Condition: unknown) => ({
    Sid,
    Effect: "Deny",
    Action,
    Resource: "*",
    Condition,
  });
  const statements = [
    { Sid: "DataPlane", Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: "*" },
    deny("Region", "*", { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } }),
    deny("Organization", "*", { StringNotEqualsIfExists: { "aws:ResourceOrgID": "o-cloverlocal1" } }),
    deny("Network", ["dynamodb:*", "s3:*", "secretsmanager:*", "sqs:*"], {
      Null: { "aws:SourceVpce": "true" },
      BoolIfExists: { "aws:ViaAWSService": "false" },
    }),
  ];
  const policy = policyJson(...statements.filter(({ Sid }) => Sid !== but));
  return { aws_iam_policy: { boundary: { name: "boundary", policy } } };
}
