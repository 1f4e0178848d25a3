import type { Access, Estate, Flow, Site } from "../../config/estate";
import type { ChangeVerdict } from "../../review/entry";
import type { Block, Output } from "../policies/mutations/mutation";
import { without, type Statement } from "../policies/mutations/ways";

/** A change that somebody may propose, and what a review must say of it. */
export interface Prepared {
  readonly title: string;
  /** How often each verdict is given; those that are not named never, and `other` as it comes. */
  readonly expected: Partial<Record<ChangeVerdict, number>>;
  /** What the estate is before and after, where that is what changes. */
  readonly base?: (estate: Estate) => Estate;
  readonly head?: (estate: Estate) => Estate;
  /** Why no plan of something that is not deployed shows it. */
  readonly unplanned?: string;
  /** What happens to the output, where that is what changes. */
  readonly output?: (output: Output) => void;
}

const PARTNER = "arn:aws:iam::600000000006:root";
const BUCKET_POLICY = ["dublin", "aws_s3_bucket_policy", "user-data"] as const;

const FLOW: Flow = {
  id: "second-statistics",
  from: "ireland-2",
  to: "parent-company",
  dataClass: "aggregated",
  mechanism: "privatelink",
  purpose: "The second site's share of the statistics",
  owner: "analytics@example.org",
  expires: "2027-11-30",
};
const ACCESS: Access = {
  id: "dublin-night-support",
  at: "dublin",
  role: "support-engineer",
  team: "nordic-support",
  countryOfWork: "NO",
  dataClasses: ["restricted"],
  purpose: "Answering at night",
  owner: "nordic-support@example.org",
  expires: "2027-06-30",
};

function site(estate: Estate, id: string, change: Partial<Site>): Estate {
  return { ...estate, sites: estate.sites.map((each) => (each.id === id ? { ...each, ...change } : each)) };
}

const keptFor =
  (retentionDays: number) =>
  (estate: Estate): Estate => ({
    ...estate,
    monitor: { ...estate.monitor, retentionDays },
  });

const trusting = (estate: Estate, trustedServices: readonly string[]): Estate => ({
  ...estate,
  organization: { ...estate.organization, trustedServices },
});

const norwayPlanned = (estate: Estate): Estate => ({
  ...site(estate, "norway", { status: "planned" }),
  accesses: estate.accesses.filter(({ at }) => at !== "norway"),
});

function statements(
  output: Output,
  change: (statements: Statement[]) => void,
  where: readonly [string, string, string] = BUCKET_POLICY,
) {
  output.document(output.resource(...where), "policy", ({ Statement }) => change(Statement as Statement[]));
}

const STACKS = ["dublin", "enclave", "ireland-2", "monitor", "norway", "organization"];

/** Everything of a construct has other addresses, and the bodies that name it go along. */
function renamed(output: Output, stack: string, from: string, to: string, moved = false): void {
  const json = output.stacks[stack]!;
  const resources = Object.entries<Record<string, Block>>(json["resource"]);
  const addresses = resources.flatMap(([type, blocks]) => Object.keys(blocks).map((name) => `${type}.${name}`));
  const rename = (text: string) =>
    text.replace(new RegExp(`\\b${from}_`, "g"), `${to}_`).replace(new RegExp(`/${from}/`, "g"), `/${to}/`);
  output.stacks[stack] = JSON.parse(rename(JSON.stringify(json)));
  if (!moved) return;
  const changed = addresses.filter((address) => rename(address) !== address);
  output.stacks[stack]!["moved"] = changed.map((address) => ({ from: address, to: rename(address) }));
}

export const PREPARED: readonly Prepared[] = [
  {
    title: "Norway is activated",
    // Two of them are of the role that takes backups: AWS's policies for that are read as far as they are known.
    expected: { opens: 5 },
    base: norwayPlanned,
  },
  {
    title: "the enclave moves on to draining",
    // What is to end can be ended from now on, and that is for somebody to approve.
    expected: { weaker: 4, opens: 3, stronger: 1 },
    head: (estate) => ({ ...estate, enclave: { ...estate.enclave, phase: "draining" } }),
  },
  {
    title: "a site is given up",
    expected: { destroys: 5, stronger: 12 },
    head: (estate) => ({
      ...norwayPlanned(estate),
      sites: estate.sites.filter(({ id }) => id !== "norway"),
      monitor: {
        ...estate.monitor,
        archiveKeyArns: Object.fromEntries(
          Object.entries(estate.monitor.archiveKeyArns).filter(([stack]) => stack !== "norway"),
        ),
      },
    }),
  },
  {
    title: "the enclave's sunset is a year later",
    expected: { weaker: 2 },
    head: (estate) => ({ ...estate, enclave: { ...estate.enclave, sunset: "2027-12-01" } }),
  },
  {
    title: "the organization trusts one service more",
    expected: { opens: 1, weaker: 1 },
    head: (estate) => trusting(estate, [...estate.organization.trustedServices, "config.amazonaws.com"]),
  },
  {
    title: "single sign-on is trusted no longer",
    expected: { weaker: 2 },
    head: (estate) => trusting(estate, estate.organization.trustedServices.slice(1)),
  },
  {
    title: "log files are validated no longer",
    expected: { weaker: 1 },
    output: (output) => {
      for (const stack of STACKS) delete output.resource(stack, "aws_cloudtrail")["enable_log_file_validation"];
    },
  },
  {
    title: "the statements of a key policy are in another order",
    expected: {},
    output: (output) => statements(output, (all) => all.reverse(), ["dublin", "aws_kms_key", "user-data/key"]),
  },
  {
    title: "two statements of a bucket policy change places",
    expected: {},
    output: (output) => statements(output, (all) => all.push(all.shift()!)),
  },
  {
    title: "a construct is renamed",
    expected: { destroys: 1 },
    output: (output) => renamed(output, "dublin", "user-data", "store"),
  },
  {
    title: "a construct is renamed, with a moved block for each of its resources",
    unplanned: "nothing is there that could move",
    expected: {},
    output: (output) => renamed(output, "dublin", "user-data", "store", true),
  },
  {
    title: "a construct that holds nothing is renamed",
    expected: {},
    output: (output) => renamed(output, "dublin", "endpoints", "doors"),
  },
  {
    title: "a bucket moves to another construct, alone",
    expected: { destroys: 1 },
    output: (output) => {
      const address = output.address("dublin", "aws_s3_bucket", "user-data");
      const json = JSON.stringify(output.stacks["dublin"]).replaceAll(
        address.split(".")[1]!,
        "archive_bucket_AAAAAAAA",
      );
      output.stacks["dublin"] = JSON.parse(
        json.replace("dublin/user-data/bucket/hardened/bucket", "dublin/archive/bucket"),
      );
    },
  },
  {
    title: "a peering is added",
    expected: { leaves: 1 },
    output: (output) => {
      const vpc_id = `\${${output.address("dublin", "aws_vpc")}.id}`;
      const block = {
        vpc_id,
        peer_vpc_id: "vpc-0123456789abcdef0",
        peer_owner_id: "600000000006",
        peer_region: "us-east-1",
      };
      output.add("dublin", "aws_vpc_peering_connection", "partner", block);
    },
  },
  {
    title: "audit logs are kept for one year instead of two",
    expected: { weaker: 3 },
    base: keptFor(730),
    head: keptFor(365),
  },
  {
    title: "audit logs are kept for two years instead of one",
    expected: { stronger: 3 },
    base: keptFor(365),
    head: keptFor(730),
  },
  {
    title: "a flow is added",
    expected: { opens: 3 },
    head: (estate) => ({ ...estate, flows: [...estate.flows, FLOW] }),
  },
  {
    title: "a flow is taken away",
    expected: { stronger: 3 },
    head: (estate) => ({ ...estate, flows: estate.flows.filter(({ id }) => id !== "usage-statistics") }),
  },
  {
    title: "a site moves to another region",
    expected: { opens: 1, destroys: 2 },
    head: (estate) =>
      site(estate, "norway", {
        placement: { region: "eu-central-1", zones: ["euc1-az1", "euc1-az2"], standsInFor: "NO" },
      }),
  },
  {
    title: "a table without a key of its own is added",
    expected: { weaker: 1 },
    output: (output) =>
      output.add("dublin", "aws_dynamodb_table", "cache", {
        name: "cache",
        hash_key: "id",
        billing_mode: "PAY_PER_REQUEST",
        attribute: [{ name: "id", type: "S" }],
      }),
  },
  {
    title: "a bucket policy lets in another account",
    expected: { opens: 1 },
    output: (output) =>
      statements(output, (all) =>
        all.push({
          Sid: "Partner",
          Effect: "Allow",
          Principal: { AWS: PARTNER },
          Action: ["s3:GetObject"],
          Resource: "*",
        }),
      ),
  },
  {
    title: "a denial is dropped",
    expected: { weaker: 1 },
    output: (output) => statements(output, (all) => without(all, "InsecureTransport")),
  },
  {
    title: "a guardrail denies less",
    expected: { weaker: 1 },
    output: (output) => {
      const [name, block] = Object.entries<Block>(
        output.stacks["organization"]!["resource"]["aws_organizations_policy"],
      ).find(([, { content }]) => content.includes("cloudtrail:StopLogging"))!;
      output.document(block, "content", ({ Statement }) => {
        for (const statement of Statement) {
          statement["Action"] = [statement["Action"]].flat().filter((action) => action !== "cloudtrail:StopLogging");
        }
      });
      output.stacks["organization"]!["resource"]["aws_organizations_policy"][name] = block;
    },
  },
  {
    title: "a role is added that another account may assume",
    expected: { opens: 1 },
    output: (output) =>
      output.add("dublin", "aws_iam_role", "partner", {
        name: "partner",
        assume_role_policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Principal: { AWS: PARTNER }, Action: "sts:AssumeRole" }],
        }),
      }),
  },
  {
    title: "people of another country get access",
    expected: { opens: 2 },
    head: (estate) => ({ ...estate, accesses: [...estate.accesses, ACCESS] }),
  },
  {
    title: "a site's backups are taken away",
    expected: { weaker: 2, destroys: 1 },
    output: ({ stacks }) => {
      const { resource } = stacks["norway"]!;
      for (const type of Object.keys(resource).filter((each) => each.startsWith("aws_backup"))) delete resource[type];
    },
  },
  {
    title: "a store is said to hold less than it does",
    expected: { weaker: 2 },
    output: (output) => {
      output.resource("dublin", "aws_dynamodb_table", "user-data")["tags"]["data-class"] = "aggregated";
    },
  },
  {
    title: "somebody else approves",
    expected: { weaker: 1 },
    head: (estate) => ({ ...estate, approvals: { ...estate.approvals, region: "platform@example.org" } }),
  },
  {
    title: "a key changes more often",
    expected: { stronger: 1 },
    output: (output) => {
      output.resource("dublin", "aws_kms_key", "user-data/key")["rotation_period_in_days"] = 90;
    },
  },
];
