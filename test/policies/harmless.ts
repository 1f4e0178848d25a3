import type { Block, Output, StackJson } from "./mutations/mutation";

/** Nine tenths of the smallest quota that AWS has for a policy in these stacks. */
const LONGEST_DOCUMENT = 4608;

/** A change that weakens nothing. */
export interface Harmless {
  /** Completes "finds nothing new when …". */
  readonly title: string;
  readonly make: (output: Output) => void;
}

const STACKS = ["dublin", "enclave", "ireland-2", "monitor", "norway", "organization"];
const POLICY_ATTRIBUTES = ["policy", "assume_role_policy", "content"];

/** Calls `change` with every literal policy document of the output, and writes what it returns. */
function everyDocument(output: Output, change: (document: Block) => Block): void {
  for (const { block } of everyBlock(output)) {
    for (const attribute of POLICY_ATTRIBUTES) {
      if (typeof block[attribute] !== "string" || !block[attribute].startsWith("{")) continue;
      block[attribute] = JSON.stringify(change(JSON.parse(block[attribute]) as Block));
    }
  }
}

function* everyBlock({
  stacks,
}: Output): Generator<{ readonly stack: StackJson; readonly type: string; readonly block: Block }> {
  for (const stack of Object.values(stacks)) {
    for (const [type, named] of Object.entries<Record<string, Block>>(stack["resource"])) {
      for (const block of Object.values(named)) yield { stack, type, block };
    }
  }
}

function reversed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(reversed);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .reverse()
      .map(([key, value]) => [key, reversed(value)]),
  );
}

/** A second store in a site, built as the first one. */
function copyOf(output: Output, type: string, path: string, name: string, changes: (text: string) => string): void {
  const { "//": _comment, ...original } = output.resource("dublin", type, path);
  const copy = JSON.parse(changes(JSON.stringify(original))) as Block;
  output.add("dublin", type, name, { ...copy, "//": { metadata: { path: `dublin/${name}` } } });
}

function secondBucket(output: Output, renamed = (text: string) => text): void {
  const named = output.address("dublin", "aws_s3_bucket", "user-data").split(".")[1]!;
  const asSecond = (text: string) =>
    renamed(
      text
        .replaceAll("clover-local-dublin-user-data-200000000002", "clover-local-dublin-second-200000000002")
        .replaceAll(`aws_s3_bucket.${named}`, "aws_s3_bucket.second"),
    );
  for (const type of Object.keys(output.stacks["dublin"]!["resource"]).filter((each) =>
    each.startsWith("aws_s3_bucket"),
  )) {
    copyOf(output, type, "user-data", "second", asSecond);
  }
  // Nothing of the drain's lies there, so that nothing of it ends.
  const lifecycle = output.stacks["dublin"]!["resource"]["aws_s3_bucket_lifecycle_configuration"]["second"] as Block;
  lifecycle["rule"] = lifecycle["rule"].filter(({ id }: Block) => id !== "drain-export");
  backUp(output, renamed("arn:aws:s3:::clover-local-dublin-second-200000000002"));
  output.document(
    output.stacks["dublin"]!["resource"]["aws_s3_bucket_policy"]["second"] as Block,
    "policy",
    (document) => {
      document.Statement = document.Statement.filter(({ Effect }) => Effect === "Deny");
    },
  );
}

function backUp(output: Output, arn: string): void {
  output.resource("dublin", "aws_backup_selection")["resources"].push(arn);
}

export const HARMLESS: readonly Harmless[] = [
  {
    title: "constructs are renamed",
    make: ({ stacks }) => {
      for (const stack of STACKS) {
        stacks[stack] = JSON.parse(
          JSON.stringify(stacks[stack]).replace(
            /\b(user-data|platform-key|alert-forwarding|segment|endpoints)_/g,
            "renamed-$1_",
          ),
        );
      }
    },
  },
  {
    title: "the keys of every object stand in another order",
    make: ({ stacks }) => {
      for (const stack of STACKS) stacks[stack] = reversed(stacks[stack]) as StackJson;
    },
  },
  {
    title: "the keys of every policy document stand in another order",
    make: (output) => everyDocument(output, (document) => reversed(document) as Block),
  },
  {
    title: "the statements of every policy document stand in another order",
    make: (output) =>
      everyDocument(output, (document) => ({ ...document, Statement: [...document["Statement"]].reverse() })),
  },
  {
    title: "statements have no names",
    make: (output) =>
      everyDocument(output, (document) => ({
        ...document,
        Statement: document["Statement"].map(({ Sid: _sid, ...statement }: Block) => statement),
      })),
  },
  {
    title: "every statement with several actions is split into one for each",
    make: (output) =>
      everyDocument(output, (document) => {
        const split = document["Statement"].flatMap(({ Sid: _sid, ...statement }: Block) =>
          Array.isArray(statement["Action"])
            ? statement["Action"].map((action: string) => ({ ...statement, Action: action }))
            : [statement],
        );
        // A longer one would be more than AWS takes.
        return JSON.stringify(split).length <= LONGEST_DOCUMENT ? { ...document, Statement: split } : document;
      }),
  },
  {
    title: "single actions and resources stand in lists",
    make: (output) =>
      everyDocument(output, (document) => ({
        ...document,
        Statement: document["Statement"].map((statement: Block) => ({
          ...statement,
          ...("Action" in statement ? { Action: [statement["Action"]].flat() } : {}),
          ...("Resource" in statement ? { Resource: [statement["Resource"]].flat() } : {}),
        })),
      })),
  },
  {
    title: "policy documents are indented, but for guardrails, whose size has a quota",
    make: (output) => {
      for (const { block } of everyBlock(output)) {
        for (const attribute of POLICY_ATTRIBUTES.filter((each) => each !== "content")) {
          if (typeof block[attribute] === "string" && block[attribute].startsWith("{")) {
            block[attribute] = JSON.stringify(JSON.parse(block[attribute]), undefined, 2);
          }
        }
      }
    },
  },
  {
    title: "everything has one more tag",
    make: (output) => {
      for (const { block } of everyBlock(output)) if (block["tags"]) block["tags"]["cost-center"] = "4711";
    },
  },
  {
    title: "providers have one more default tag",
    make: ({ stacks }) => {
      for (const stack of STACKS) stacks[stack]!["provider"]["aws"][0]["default_tags"][0]["tags"]["team"] = "platform";
    },
  },
  { title: "a site has one more encrypted bucket", make: (output) => secondBucket(output) },
  {
    title: "a site has one more encrypted bucket, of another name and with more tags",
    make: (output) =>
      secondBucket(output, (text) =>
        text.replaceAll("dublin-second", "dublin-photos").replace('"tags":{', '"tags":{"owner":"photos",'),
      ),
  },
  {
    title: "a site has one more encrypted table",
    make: (output) => {
      const named = output.address("dublin", "aws_dynamodb_table").split(".")[1]!;
      backUp(output, "arn:aws:dynamodb:eu-west-1:200000000002:table/clover-local-dublin-second");
      for (const type of ["aws_dynamodb_table", "aws_dynamodb_resource_policy"]) {
        copyOf(output, type, "user-data", "second", (text) =>
          text
            .replaceAll("table/clover-local-dublin-user-data", "table/clover-local-dublin-second")
            .replaceAll('"clover-local-dublin-user-data"', '"clover-local-dublin-second"')
            .replaceAll(`aws_dynamodb_table.${named}`, "aws_dynamodb_table.second"),
        );
      }
    },
  },
  {
    title: "references stand as the names that they stand for",
    make: (output) => {
      const bucket = output.resource("dublin", "aws_s3_bucket", "user-data")["bucket"] as string;
      for (const type of Object.keys(output.stacks["dublin"]!["resource"]).filter((each) =>
        each.startsWith("aws_s3_bucket_"),
      )) {
        output.resource("dublin", type, "user-data")["bucket"] = bucket;
      }
    },
  },
  {
    title: "a value stands in a local",
    make: (output) => {
      output.stacks["dublin"]!["locals"] = {
        user_data: output.resource("dublin", "aws_s3_bucket", "user-data")["bucket"],
      };
      output.resource("dublin", "aws_s3_bucket_policy", "user-data")["bucket"] = "${local.user_data}";
    },
  },
  {
    title: "blocks that occur once stand in lists",
    make: (output) => {
      const replication = output.resource("enclave", "aws_s3_bucket_replication_configuration");
      replication["rule"] = replication["rule"].map((rule: Block) => ({ ...rule, destination: [rule["destination"]] }));
    },
  },
  {
    title: "nothing says any more where a construct comes from",
    make: (output) => {
      for (const { block } of everyBlock(output)) delete block["//"];
    },
  },
  {
    title: "descriptions are other ones",
    make: (output) => {
      for (const { type, block } of everyBlock(output)) {
        if (type !== "aws_kms_key" && typeof block["description"] === "string") block["description"] += ", as agreed";
      }
    },
  },
];
