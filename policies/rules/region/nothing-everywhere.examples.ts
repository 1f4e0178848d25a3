import type { Examples } from "../../examples";

const api = (types: unknown) => ({ aws_api_gateway_rest_api: { a: { endpoint_configuration: { types } } } });

export const nothingEverywhereExamples: Examples = {
  policy: "REG-003",
  pass: {
    "everything is regional": { aws_kms_key: { own: { multi_region: false } }, ...api(["PRIVATE"]) },
    "a zone of names is private": { aws_route53_zone: { z: { name: "internal", vpc: [{ vpc_id: "vpc-1" }] } } },
  },
  fail: {
    "a distribution serves from every edge": { aws_cloudfront_distribution: { d: {} } },
    "an accelerator takes requests at every edge": { aws_globalaccelerator_accelerator: { a: {} } },
    "a key is in several regions": { aws_kms_key: { own: { multi_region: true } } },
    "a table has replicas": { aws_dynamodb_table: { t: { replica: [{ region_name: "eu-north-1" }] } } },
    "a bucket takes uploads at every edge": { aws_s3_bucket_accelerate_configuration: { b: { status: "Enabled" } } },
    "a zone of names is public": { aws_route53_zone: { z: { name: "example.org" } } },
    "an API does not say that it is regional": { aws_api_gateway_rest_api: { a: { name: "a" } } },
    "a firewall is the edge's": { aws_wafv2_web_acl: { w: { scope: "CLOUDFRONT" } } },
  },
  undecided: {
    "a variable decides whether a key is in several": { aws_kms_key: { own: { multi_region: "${var.regions}" } } },
    "an expression decides whether there is a distribution": {
      aws_cloudfront_distribution: { d: { count: "${var.edges}" } },
    },
    "a dynamic block makes replicas": {
      aws_dynamodb_table: { t: { dynamic: { replica: { for_each: "${var.regions}" } } } },
    },
  },
};
