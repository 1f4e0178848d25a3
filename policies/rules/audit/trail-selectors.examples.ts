import type { Examples } from "../../examples";

const selector = (...fields: readonly (readonly [field: string, value: string])[]) => ({
  field_selector: fields.map(([field, value]) => ({ field, equals: [value] })),
});
const data = (type: string) => selector(["eventCategory", "Data"], ["resources.type", type]);
const management = selector(["eventCategory", "Management"]);
const stores = ["AWS::S3::Object", "AWS::DynamoDB::Table", "AWS::Lambda::Function"];
const network = ["ec2", "kms", "s3", "secretsmanager"].map((service) =>
  selector(["eventCategory", "NetworkActivity"], ["eventSource", `${service}.amazonaws.com`]),
);
const trail = (...advanced_event_selector: readonly unknown[]) => ({
  aws_cloudtrail: { audit: { name: "audit", advanced_event_selector } },
});

export const trailSelectorsExamples: Examples = {
  policy: "AUD-002",
  pass: {
    "everything is selected": trail(management, ...stores.map(data), ...network),
    "more than that is selected": trail(management, ...stores.map(data), data("AWS::SNS::Topic"), ...network),
  },
  fail: {
    "nothing is selected, so that no access to data is recorded": { aws_cloudtrail: { audit: { name: "audit" } } },
    "management events are left out": trail(...stores.map(data), ...network),
    "a store is left out": trail(management, ...stores.slice(1).map(data), ...network),
    "the use of endpoints is left out": trail(management, ...stores.map(data)),
    "only writes are recorded": trail(
      management,
      selector(["eventCategory", "Data"], ["resources.type", "AWS::S3::Object"], ["readOnly", "false"]),
      ...stores.slice(1).map(data),
      ...network,
    ),
    "one bucket alone is recorded": trail(
      management,
      selector(["eventCategory", "Data"], ["resources.type", "AWS::S3::Object"], ["resources.ARN", "arn:aws:s3:::a/"]),
      ...stores.slice(1).map(data),
      ...network,
    ),
    "a noisy service is left out": trail(
      {
        field_selector: [
          { field: "eventCategory", equals: ["Management"] },
          { field: "eventSource", not_equals: ["kms.amazonaws.com"] },
        ],
      },
      ...stores.map(data),
      ...network,
    ),
    "a basic selector is used, which leaves out the use of endpoints": {
      aws_cloudtrail: {
        audit: { event_selector: [{ data_resource: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }] }] },
      },
    },
  },
  undecided: {
    "a variable says what is selected": { aws_cloudtrail: { audit: { advanced_event_selector: "${var.selectors}" } } },
    "a variable says what one selector selects": trail(
      { field_selector: "${var.fields}" },
      ...stores.map(data),
      ...network,
    ),
    "a selector is dynamic": {
      aws_cloudtrail: {
        audit: { dynamic: { advanced_event_selector: { for_each: "${var.selectors}", content: {} } } },
      },
    },
  },
};
