import { Model } from "../../../policies/model/model";
import { hasHole } from "../../../policies/model/symbolic";
import { synthSource } from "../../../policies/model/synth-source";

type Json = Readonly<Record<string, unknown>>;

const PROVIDER = { aws: [{ region: "eu-west-1", allowed_account_ids: ["200000000002"] }] };

function modelOf(json: Json, stack = "dublin"): Model {
  return new Model([synthSource(stack, "cdk.tf.json", { provider: PROVIDER, ...json }, [])]);
}

function resourceOf(json: Json, address: string) {
  return modelOf(json).resource("dublin", address)!;
}

describe("a resource", () => {
  const keyed = (body: Json) => ({ resource: { aws_kms_key: { own: {} }, aws_sqs_queue: { q: body } } });
  const queue = (body: Json, more: Json = {}) => resourceOf({ ...keyed(body), ...more }, "aws_sqs_queue.q");

  it("is where its provider is, unless it says otherwise itself", () => {
    const { account, region, country, partition } = queue({});
    expect({ account, region, country, partition }).toEqual({
      account: "200000000002",
      region: "eu-west-1",
      country: "IE",
      partition: "aws",
    });
    expect(queue({ region: "us-east-1" }).region).toBe("us-east-1");
    expect(hasHole(queue({ region: "${var.region}" }).region)).toBe(true);
  });

  it("is where its provider is when its region names another place than its own", () => {
    const model = modelOf({ resource: { aws_config_aggregate_authorization: { a: { region: "us-east-1" } } } });
    expect(model.resource("dublin", "aws_config_aggregate_authorization.a")!.region).toBe("eu-west-1");
  });

  it("is nowhere known when its provider is not declared or names no single account", () => {
    expect(hasHole(queue({ provider: "aws.other" }).account)).toBe(true);
    const several = { provider: { aws: [{ region: "eu-west-1", allowed_account_ids: ["1", "2"] }] } };
    expect(hasHole(queue({}, several).account)).toBe(true);
  });

  it("has the tags of its group where its type takes none", () => {
    const classOf = (group: Json, schedule: Json) =>
      resourceOf(
        { resource: { aws_scheduler_schedule_group: { g: group }, aws_scheduler_schedule: { s: schedule } } },
        "aws_scheduler_schedule.s",
      ).dataClass;
    const tagged = { name: "canary", tags: { "data-class": "audit" } };
    expect(classOf(tagged, { group_name: "${aws_scheduler_schedule_group.g.name}" })).toBe("audit");
    expect(classOf({ name: "canary" }, { group_name: "canary" })).toBe("restricted");
    expect(classOf(tagged, { group_name: "${var.group}" })).toBe("restricted");
    expect(classOf(tagged, {})).toBe("restricted");
  });

  it("names the key that a reference, an ARN or a local names", () => {
    for (const value of ["${aws_kms_key.own.arn}", "${local.key}", "${local.keys.own}"]) {
      const locals = { key: "${aws_kms_key.own.arn}", keys: { own: "${local.key}" } };
      const target = queue({ kms_master_key_id: value }, { locals }).value("kms_master_key_id").target("aws_kms_key");
      expect(target).toMatchObject({ kind: "resource", resource: { address: "aws_kms_key.own" } });
    }
  });

  it.each([
    ["a function of it", '${replace(aws_kms_key.own.arn, "a", "b")}'],
    ["a key of which there may be several", "${aws_kms_key.several.arn}"],
    ["a local that refers to itself", "${local.loop}"],
    ["an attribute that refers to itself", "${aws_sqs_queue.q.kms_master_key_id}"],
  ])("knows no target of %s", (_, value) => {
    const { resource } = keyed({ kms_master_key_id: value });
    const several = { aws_kms_key: { own: {}, several: { count: 2 } } };
    const json = { resource: { ...resource, ...several }, locals: { loop: "${local.pool}", pool: "${local.loop}" } };
    expect(resourceOf(json, "aws_sqs_queue.q").value("kms_master_key_id").target("aws_kms_key").kind).toBe("unknown");
  });

  it("is unknown where changes are ignored, whether the lifecycle stands in a list or not", () => {
    for (const lifecycle of [{ ignore_changes: ["name"] }, [{ ignore_changes: ["name"] }], { ignore_changes: "all" }]) {
      expect(queue({ name: "a", lifecycle }).value("name").is("a")).toBe("unknown");
    }
  });

  it("has an unknown block for each dynamic one, beside those that are written out", () => {
    const dynamic = { rule: { for_each: "${var.rules}", content: {} } };
    const both = queue({ rule: [{ a: 1 }], dynamic });
    expect(
      both
        .value("rule")
        .items()
        .map((rule) => rule.isUnknown),
    ).toEqual([false, true]);
    expect(
      queue({ dynamic: [dynamic] })
        .value("rule[0].a")
        .is(1),
    ).toBe("unknown");
    expect(
      queue({ outer: { rule: { a: 1 }, dynamic } })
        .value("outer.rule")
        .items(),
    ).toHaveLength(2);
  });

  it("asks one of several blocks for nothing by itself", () => {
    expect(
      queue({ rule: [{ a: 1 }, { a: 2 }] })
        .value("rule.a")
        .is(1),
    ).toBe("unknown");
    expect(
      queue({ rule: { a: 1 } })
        .value("rule[0].a")
        .is(1),
    ).toBe("yes");
    expect(
      queue({ rule: [{ a: 1 }] })
        .value("rule.a")
        .is(1),
    ).toBe("yes");
  });

  it("compares as Terraform converts", () => {
    const { value } = { value: (data: unknown) => queue({ x: data }).value("x") };
    expect(["true", "1", true].map((data) => value(data).is(true))).toEqual(["yes", "yes", "yes"]);
    expect(value("1").mustNotBe(true).outcome).toBe("fail");
    expect(value("30").mustBeAtLeast(30, "days").outcome).toBe("pass");
    expect(value("${var.a}0").mustBeAtLeast(30, "days").outcome).toBe("undecided");
    expect(value("").mustBeAtLeast(0, "days").outcome).toBe("fail");
  });

  it("finds those that name it", () => {
    const model = modelOf({
      resource: {
        aws_s3_bucket: { a: { bucket: "a" }, b: { bucket: "b" } },
        aws_s3_bucket_policy: {
          reference: { bucket: "${aws_s3_bucket.a.id}" },
          name: { bucket: "a" },
          other: { bucket: "b" },
          unknown: { bucket: "${var.bucket}" },
        },
      },
    });
    const names = model.resource("dublin", "aws_s3_bucket.a")!.companions("aws_s3_bucket_policy", "bucket");
    expect(names.map(({ name }) => name)).toEqual(["reference", "name"]);
  });
});

describe("the model", () => {
  it("finds across stacks by ARN and by bucket name, by other names only in the same place", () => {
    const north = { provider: { aws: { region: "eu-north-1", allowed_account_ids: ["400000000004"] } } };
    const model = new Model([
      synthSource("dublin", "", { provider: PROVIDER, resource: { aws_sqs_queue: { q: { name: "q" } } } }, []),
      synthSource(
        "norway",
        "",
        { ...north, resource: { aws_s3_bucket: { b: { bucket: "b" } }, aws_sns_topic: { t: { name: "t" } } } },
        [],
      ),
    ]);
    const from = model.resource("dublin", "aws_sqs_queue.q")!;
    expect(from.find("b", "aws_s3_bucket")?.address).toBe("aws_s3_bucket.b");
    expect(from.find("arn:aws:sns:eu-north-1:400000000004:t", "aws_sns_topic")?.address).toBe("aws_sns_topic.t");
    expect(from.find("t", "aws_sns_topic")).toBeUndefined();
  });

  it("keeps both of two resources at one address, and says so", () => {
    const source = synthSource(
      "dublin",
      "",
      { resource: { aws_sqs_queue: { q: [{ name: "a" }, { name: "b" }] } } },
      [],
    );
    expect(new Model([source]).resources()).toHaveLength(2);
    expect(source.unread).toMatchObject([{ address: "aws_sqs_queue.q", outcome: "fail" }]);
  });

  it("takes resources in arrays and single blocks as Terraform does", () => {
    const model = modelOf({
      resource: [{ aws_sqs_queue: [{ a: { name: "a" } }] }, { aws_sqs_queue: { b: [{ name: "b" }] } }],
    });
    expect(model.resources().map(({ address }) => address)).toEqual(["aws_sqs_queue.a", "aws_sqs_queue.b"]);
  });

  it("is not filled by texts that double in each step", () => {
    const steps = Array.from({ length: 60 }, (_, step) => [`s${step + 1}`, `\${local.s${step}}\${local.s${step}}`]);
    const locals = Object.fromEntries([["s0", "x".repeat(64)], ...steps]);
    const { resource } = { resource: { aws_sqs_queue: { q: { name: "${local.s60}" } } } };
    expect(resourceOf({ resource, locals }, "aws_sqs_queue.q").value("name").isUnknown).toBe(true);
  });

  it("survives a chain of references however long", () => {
    const queues = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, n) => [
        `q${n}`,
        { name: n === 0 ? "end" : `\${aws_sqs_queue.q${n - 1}.name}` },
      ]),
    );
    const model = modelOf({ resource: { aws_sqs_queue: queues } });
    expect(model.resource("dublin", "aws_sqs_queue.q19999")!.value("name").isUnknown).toBe(true);
    expect(
      modelOf({ resource: { aws_sqs_queue: queues } })
        .resource("dublin", "aws_sqs_queue.q50")!
        .value("name").text,
    ).toBe("end");
  });

  it("finds the companions of twenty thousand without comparing each with each", () => {
    const many = 20_000;
    const numbered = (body: (n: number) => Json) =>
      Object.fromEntries(Array.from({ length: many }, (_, n) => [`n${n}`, body(n)]));
    const model = modelOf({
      resource: {
        aws_s3_bucket: numbered((n) => ({ bucket: `b${n}` })),
        aws_s3_bucket_policy: numbered((n) => ({ bucket: `\${aws_s3_bucket.n${n}.bucket}` })),
      },
    });
    const begins = performance.now();
    const buckets = model.resources("aws_s3_bucket");
    const alone = buckets.filter((bucket) => bucket.companions("aws_s3_bucket_policy", "bucket").length !== 1);
    expect(alone).toEqual([]);
    expect(performance.now() - begins).toBeLessThan(10_000);
  });
});

describe("what cannot be judged", () => {
  it.each<[string, Json, string]>([
    ["a module", { module: { m: { source: "./m" } } }, "module.m"],
    ["a variable", { variable: { region: { default: "eu-west-1" } } }, "variable.region"],
    ["a data source that runs a program", { data: { external: { x: { program: ["sh"] } } } }, "data.external.x"],
    ["one inside a check", { check: { c: { data: { http: { x: { url: "https://example.org" } } } } } }, "data.http.x"],
    [
      "a data source that calls a function",
      { data: { aws_lambda_invocation: { x: {} } } },
      "data.aws_lambda_invocation.x",
    ],
    ["what is left behind", { removed: [{ from: "aws_s3_bucket.old" }] }, "aws_s3_bucket.old"],
    ["another provider", { provider: { ...PROVIDER, google: {} } }, "provider.google"],
    ["a key of another version", { component: {} }, "stack"],
    ["a provisioner", { resource: { aws_sqs_queue: { q: { provisioner: { "local-exec": {} } } } } }, "aws_sqs_queue.q"],
  ])("is told, such as %s", (_, json, address) => {
    const { unread } = synthSource("dublin", "", { provider: PROVIDER, ...json }, []);
    expect(unread).toMatchObject([{ address, outcome: "undecided" }]);
  });
});
