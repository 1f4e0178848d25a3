import type { Examples } from "../../examples";

export const noPublicEndpointsExamples: Examples = {
  policy: "ISO-005",
  pass: {
    "there is no such service": {},
    "a balancer is internal": { aws_lb: { api: { internal: true } } },
    "a database keeps to its subnets": { aws_db_instance: { users: { db_subnet_group_name: "data" } } },
    "a function runs in the segment": {
      aws_lambda_function: { export: { vpc_config: [{ subnet_ids: ["subnet-1"], security_group_ids: ["sg-1"] }] } },
    },
    "a cluster answers inside alone": {
      aws_eks_cluster: { main: { vpc_config: [{ endpoint_public_access: false, endpoint_private_access: true }] } },
    },
    "a function of the monitor's sees records alone": {
      stacks: { monitor: { resource: { aws_lambda_function: { validation: { function_name: "validation" } } } } },
    },
  },
  fail: {
    "a balancer does not say that it is internal": { aws_lb: { api: { load_balancer_type: "application" } } },
    "a database is open": { aws_db_instance: { users: { publicly_accessible: true } } },
    "a warehouse is not closed, which AWS opens": { aws_redshift_cluster: { facts: { cluster_identifier: "facts" } } },
    "a cluster answers the internet, as it does by default": { aws_eks_cluster: { main: { vpc_config: [{}] } } },
    "a function has a URL": {
      aws_lambda_function_url: { export: { function_name: "export", authorization_type: "NONE" } },
    },
    "a function runs outside of the segment": { aws_lambda_function: { export: { function_name: "export" } } },
    "an API is regional": { aws_api_gateway_rest_api: { api: { endpoint_configuration: [{ types: ["REGIONAL"] }] } } },
    "an API can only be public": { aws_apigatewayv2_api: { api: { protocol_type: "HTTP" } } },
    "files are taken from the internet": { aws_transfer_server: { intake: { protocols: ["SFTP"] } } },
    "data is served from the edge": { aws_cloudfront_distribution: { site: { enabled: true } } },
    "a server is rented beside the segment": { aws_lightsail_instance: { box: { name: "box" } } },
    "a search collection allows access from public": {
      aws_opensearchserverless_security_policy: {
        open: { type: "network", policy: JSON.stringify([{ Rules: [], AllowFromPublic: true }]) },
      },
    },
    "a bucket is a web site": { aws_s3_bucket: { site: { website: [{ index_document: "index.html" }] } } },
  },
  undecided: {
    "a variable decides": { aws_lb: { api: { internal: "${var.internal}" } } },
    "a function runs where a variable says": {
      aws_lambda_function: { export: { dynamic: { vpc_config: { for_each: "${var.networks}", content: {} } } } },
    },
  },
};
