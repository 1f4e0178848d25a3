import type { Resource } from "../../model/resource";
import { along } from "../along";
import { at, type Channel, type Passage, type Surroundings } from "../channel";
import { principalNode } from "../destination";
import { keyNamed } from "../../rules/key-of";

const KMS = "https://docs.aws.amazon.com/kms/latest/developerguide";

/** Keys, and what lets somebody else use them. */
export const keys: readonly Channel[] = [
  {
    title: "KMS grant",
    types: ["aws_kms_grant"],
    moves: "keys",
    what: "A principal may use a key as the grant says",
    source: `${KMS}/grants.html`,
    claims: ["grantee_principal", "retiring_principal"],
    find: grantees,
  },
  {
    title: "Multi-region key",
    types: ["aws_kms_key", "aws_kms_external_key"],
    moves: "keys",
    what: "The key's material can be had in any region by one call",
    source: `${KMS}/multi-region-keys-overview.html`,
    claims: ["multi_region"],
    find: multiRegion,
  },
  along({
    title: "Replica of a key",
    types: ["aws_kms_replica_key", "aws_kms_replica_external_key"],
    moves: "keys",
    inbound: true,
    what: "A key of another region can be used here",
    source: `${KMS}/multi-region-keys-replicate.html`,
    to: [{ arn: "primary_key_arn" }],
  }),
  along({
    title: "External key store",
    types: ["aws_kms_custom_key_store"],
    moves: "keys",
    what: "Keys are used through a proxy outside AWS",
    source: `${KMS}/keystore-external.html`,
    to: [{ url: "xks_proxy_uri_endpoint" }],
    also: ["xks_proxy_vpc_endpoint_service_name", "cloud_hsm_cluster_id"],
  }),
];

function* grantees(resource: Resource, { atlas }: Surroundings): Generator<Passage> {
  const named = resource.value("key_id").text;
  const key = named === undefined ? undefined : keyNamed(resource, named);
  const from = key ? atlas.holder("key", key) : atlas.place(resource);
  const operations = resource.value("operations");
  const reads = operations
    .items()
    .some((operation) => operation.isUnknown || /Decrypt|ReEncryptFrom|CreateGrant/.test(operation.text ?? ""));
  for (const path of ["grantee_principal", "retiring_principal"]) {
    const principal = resource.value(path);
    if (principal.isAbsent) continue;
    const isReader = path === "grantee_principal" && reads;
    yield { from, to: principalNode(principal, atlas), at: at(principal), ...(isReader ? {} : { contributes: true }) };
  }
}

function* multiRegion(resource: Resource, { atlas }: Surroundings): Generator<Passage> {
  const setting = resource.value("multi_region");
  const answer = setting.is(true);
  if (answer === "no") return;
  const to = answer === "yes" ? atlas.elsewhere("any region of the account") : atlas.unknown(setting.legible);
  yield { from: atlas.holder("key", resource), to, at: at(setting) };
}
