import type { Examples } from "../../examples";

const endpoints = (...names: readonly string[]) => ({
  aws_vpc_endpoint: Object.fromEntries(names.map((service_name, index) => [`e${index}`, { service_name }])),
});
const OURS = ["com.amazonaws.eu-west-1.s3", "com.amazonaws.eu-west-1.dynamodb", "com.amazonaws.eu-west-1.kms"];

export const storesByEndpointExamples: Examples = {
  policy: "ISO-018",
  pass: {
    "a site has all three": endpoints(...OURS),
  },
  fail: {
    "a site has none": {},
    "one is missing": endpoints(...OURS.slice(1)),
    "one is another region's": endpoints(...OURS.slice(1), "com.amazonaws.us-east-1.s3"),
  },
  undecided: {
    "one's service comes from a variable": endpoints(...OURS.slice(1), "${var.service}"),
  },
};
