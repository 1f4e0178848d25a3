import type { Examples } from "../../examples";

const cache = (more: Readonly<Record<string, unknown>>) => ({ aws_elasticache_replication_group: { sessions: more } });
const search = (more: Readonly<Record<string, unknown>>) => ({
  aws_opensearch_domain: {
    people: {
      node_to_node_encryption: { enabled: true },
      domain_endpoint_options: { enforce_https: true, tls_security_policy: "Policy-Min-TLS-1-2-PFS-2023-10" },
      ...more,
    },
  },
});
const database = (...parameter: readonly unknown[]) => ({
  aws_db_parameter_group: { tls: { name: "tls", parameter } },
  aws_db_instance: { people: { engine: "postgres", parameter_group_name: "${aws_db_parameter_group.tls.name}" } },
});
const listener = (more: Readonly<Record<string, unknown>>) => ({ aws_lb_listener: { gateway: more } });

export const transitExamples: Examples = {
  policy: "STO-011",
  pass: {
    "a stack has nothing of the kind": {},
    "a cache takes TLS alone": cache({ transit_encryption_enabled: true }),
    "an index takes TLS 1.2 alone": search({}),
    "a database refuses connections in clear": database({ name: "rds.force_ssl", value: "1" }),
    "a listener ends TLS 1.2": listener({
      protocol: "TLS",
      port: 443,
      ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    }),
    "a listener passes HTTPS through unread": listener({ protocol: "TCP", port: 443 }),
    "a listener sends HTTP back under TLS": listener({
      protocol: "HTTP",
      default_action: [{ type: "redirect", redirect: { protocol: "HTTPS", status_code: "HTTP_301" } }],
    }),
  },
  fail: {
    "a cache takes both": cache({ transit_encryption_enabled: true, transit_encryption_mode: "preferred" }),
    "a cache says nothing": cache({}),
    "nodes of an index talk in clear": search({ node_to_node_encryption: { enabled: false } }),
    "an index takes TLS 1.0": search({
      domain_endpoint_options: { enforce_https: true, tls_security_policy: "Policy-Min-TLS-1-0-2019-07" },
    }),
    "a database leaves it to its clients": database({ name: "rds.force_ssl", value: "0" }),
    "a database has the parameters of its engine's default": { aws_db_instance: { people: { engine: "mysql" } } },
    "a broker takes both": {
      aws_msk_cluster: { events: { encryption_info: { encryption_in_transit: { client_broker: "TLS_PLAINTEXT" } } } },
    },
    "a replication trusts any certificate": {
      aws_dms_endpoint: { people: { engine_name: "postgres", ssl_mode: "require" } },
    },
    "a listener answers in clear": listener({ protocol: "HTTP", default_action: [{ type: "forward" }] }),
    "a listener takes an old TLS": listener({ protocol: "HTTPS", ssl_policy: "ELBSecurityPolicy-2016-08" }),
    "a listener passes another port through": listener({ protocol: "TCP", port: 5432 }),
    "messages are posted in clear": { aws_sns_topic_subscription: { hook: { protocol: "http" } } },
    "files are moved by FTP": { aws_transfer_server: { files: { protocols: ["SFTP", "FTP"] } } },
  },
  undecided: {
    "a variable decides": cache({ transit_encryption_enabled: "${var.tls}" }),
    "the parameters come from a data source": {
      aws_db_instance: {
        people: { engine: "postgres", parameter_group_name: "${data.aws_db_parameter_group.a.name}" },
      },
    },
  },
};
