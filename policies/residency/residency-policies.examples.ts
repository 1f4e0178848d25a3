import type { Examples } from "../examples";

const bucket = { aws_s3_bucket: { data: { bucket: "data", tags: { "data-class": "restricted" } } } };
const policy = (statement: object) => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
const OUTSIDER = "arn:aws:iam::666666666666:root";
const readable = (principal: object, condition?: object) => ({
  ...bucket,
  aws_s3_bucket_policy: {
    data: {
      bucket: "${aws_s3_bucket.data.bucket}",
      policy: policy({
        Effect: "Allow",
        Principal: principal,
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::data/*",
        ...(condition ? { Condition: condition } : {}),
      }),
    },
  },
});
const replicated = (destination: string, status = "Enabled") => ({
  ...bucket,
  aws_s3_bucket_replication_configuration: {
    data: { bucket: "${aws_s3_bucket.data.bucket}", rule: [{ status, destination: [{ bucket: destination }] }] },
  },
});
const table = (region: unknown) => ({
  aws_dynamodb_table: { data: { name: "data", replica: [{ region_name: region }] } },
});
const gateway = (principal: string) => ({
  aws_vpc_endpoint_service: { door: { acceptance_required: true } },
  aws_vpc_endpoint_service_allowed_principal: {
    consumer: { vpc_endpoint_service_id: "${aws_vpc_endpoint_service.door.id}", principal_arn: principal },
  },
});
const PARENT_COMPANY = "arn:aws:iam::700000000007:root";
const door = { aws_vpc_endpoint_service: { door: { acceptance_required: true } } };

const leaves: Examples = {
  policy: "RES-001",
  pass: {
    "nothing leaves the site": bucket,
    "only principals of the site's own account may read": readable({ AWS: "arn:aws:iam::200000000002:root" }),
    "everyone may read whose account is the site's own": readable(
      { AWS: "*" },
      { StringEquals: { "aws:PrincipalAccount": "200000000002" } },
    ),
    "a replication rule is disabled": replicated("arn:aws:s3:::somewhere", "Disabled"),
    "a declared consumer reaches the gateway": gateway(PARENT_COMPANY),
  },
  fail: {
    "another account may read objects that no key protects": readable({ AWS: OUTSIDER }),
    "everyone may read": readable({ AWS: "*" }),
    "a condition that holds for everyone is all that narrows it": readable(
      { AWS: "*" },
      { StringNotEquals: { "aws:PrincipalAccount": "200000000002" } },
    ),
    "a table has a replica in the United States": table("us-east-1"),
    "a table has a replica in the United Kingdom": table("eu-west-2"),
    "a consumer that nobody declared reaches the gateway": gateway(OUTSIDER),
    "a network has an internet gateway": { aws_internet_gateway: { out: { vpc_id: "vpc-1" } } },
  },
  undecided: {
    "a replica's region comes from a variable": table("${var.region}"),
    "a bucket's policy comes from a data source": {
      ...bucket,
      aws_s3_bucket_policy: {
        data: { bucket: "${aws_s3_bucket.data.bucket}", policy: "${data.aws_iam_policy_document.data.json}" },
      },
    },
    "objects are replicated to a bucket whose stack is not judged": replicated("arn:aws:s3:::somewhere"),
    "a resource is of a type that the catalogue does not know": { aws_quantum_teleporter: { out: {} } },
    "a stack of CloudFormation builds what nobody sees": { aws_cloudformation_stack: { out: { name: "out" } } },
  },
};

const undeclared: Examples = {
  policy: "RES-002",
  pass: {
    "nothing moves": bucket,
    "a declared consumer reaches the gateway": gateway(PARENT_COMPANY),
    "objects are announced in their own account and region": {
      ...bucket,
      aws_sqs_queue: { news: { name: "news" } },
      aws_s3_bucket_notification: {
        data: { bucket: "${aws_s3_bucket.data.bucket}", queue: [{ queue_arn: "${aws_sqs_queue.news.arn}" }] },
      },
    },
  },
  fail: {
    "a table has a replica in another country of the EEA": table("eu-central-1"),
    "a key may be used by another account": {
      aws_kms_key: {
        data: {
          policy: policy({ Effect: "Allow", Principal: { AWS: OUTSIDER }, Action: "kms:Decrypt", Resource: "*" }),
        },
      },
    },
    "flow logs go to a bucket of somebody else": {
      aws_flow_log: {
        segment: { log_destination: "arn:aws:logs:eu-west-1:666666666666:log-group:flows", vpc_id: "vpc-1" },
      },
    },
  },
  undecided: {
    "the destination of flow logs comes from a variable": {
      aws_flow_log: { segment: { log_destination: "${var.destination}", vpc_id: "vpc-1" } },
    },
    "a key's policy comes from a data source": {
      aws_kms_key: { data: { policy: "${data.aws_iam_policy_document.data.json}" } },
    },
  },
};

const unused: Examples = {
  policy: "RES-003",
  pass: { "the declared consumer is let in": gateway(PARENT_COMPANY) },
  fail: { "the declared consumer is not let in": door },
  undecided: {
    "a count decides whether the consumer is let in": {
      ...door,
      aws_vpc_endpoint_service_allowed_principal: {
        consumer: { count: "${var.count}", principal_arn: PARENT_COMPANY },
      },
    },
  },
  notApplicable: {
    "only stacks are judged from which no flow is declared": { stacks: { norway: { resource: {} } } },
  },
};

/** What the residency proof says of small estates. */
export const residencyExamples: readonly Examples[] = [leaves, undeclared, unused];
