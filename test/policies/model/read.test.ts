import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { InputError } from "../../../policies/model/input-error";
import { readInputs } from "../../../policies/model/read";

const folder = mkdtempSync(join(tmpdir(), "clover-read-"));
afterAll(() => rmSync(folder, { recursive: true }));

const STACK = JSON.stringify({ resource: { aws_sqs_queue: { q: { name: "q" } } } });
const PLAN = { format_version: "1.2", planned_values: {} };

function written(path: string, content: string | Buffer | object): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  const isRaw = typeof content === "string" || Buffer.isBuffer(content);
  writeFileSync(file, isRaw ? content : JSON.stringify(content));
  return file;
}

function made(path: string): string {
  mkdirSync(join(folder, path), { recursive: true });
  return join(folder, path);
}

function fifo(path: string): string {
  execFileSync("mkfifo", [join(folder, path)]);
  return join(folder, path);
}

function huge(path: string): string {
  const file = written(path, "");
  truncateSync(file, 300 * 2 ** 20);
  return file;
}

function circle(path: string): string {
  symlinkSync(join(folder, path), join(folder, path));
  return join(folder, path);
}

describe("what cannot be checked is one clear sentence", () => {
  it.each<[string, () => string, RegExp]>([
    ["is not there", () => join(folder, "missing"), /there is no such file or folder; run `npx cdktf synth` first$/],
    // Node 22 says that nothing is there, where Node 20 says why.
    [
      "is beneath a file",
      () => join(written("file.json", STACK), "x"),
      /it cannot be read: ENOTDIR$|there is no such file/,
    ],
    ["is no JSON", () => written("a.json", "resource {}"), /it is no valid JSON: /],
    ["is truncated", () => written("b.json", STACK.slice(0, -3)), /it is no valid JSON: /],
    ["is empty", () => written("c.json", ""), /it is empty$/],
    ["is too large", () => huge("d.json"), /it has 300 MB; this reads at most 256 MB$/],
    ["is nested too deep", () => written("e.json", `{"resource":${"[".repeat(9e4)}${"]".repeat(9e4)}}`), /200 levels$/],
    ["is an array", () => written("f.json", [STACK]), /it is JSON, but no object$/],
    [
      "is neither a configuration nor a plan",
      () => written("g.json", { a: 1 }),
      /neither a Terraform configuration nor/,
    ],
    ["is a state file", () => written("h.json", { version: 4, serial: 1, lineage: "x" }), /it is a state file; /],
    ["is a binary plan", () => written("i", Buffer.from("PK\u0003\u0004zip")), /binary plan; give the output of/],
    ["is a plan of another format", () => written("j.json", { ...PLAN, format_version: "2.0" }), /version 2.0; this/],
    ["is a plan that failed", () => written("k.json", { ...PLAN, errored: true }), /a plan that failed/],
    ["is a state's JSON", () => written("l.json", { format_version: "1.0", values: {} }), /no planned_values/],
    ["has a byte order mark", () => written("m.json", `\uFEFF${STACK}`), /byte order mark; save it as UTF-8/],
    ["is UTF-16", () => written("n.json", Buffer.from(`\uFEFF${STACK}`, "utf16le")), /byte order mark/],
    ["is no UTF-8", () => written("o.json", Buffer.from([0x7b, 0xff, 0x7d])), /it is not UTF-8/],
    ["holds marks", () => written("p.json", { resource: "\uE000" }), /U\+E000/],
    ["is a pipe", () => fifo("q.json"), /it is neither a file nor a folder/],
    ["is a link to itself", () => circle("r"), /it cannot be read: ELOOP$/],
    ["is a name that no file can have", () => "a\u0000b", /it cannot be read: ERR_INVALID_ARG_VALUE$/],
    ["is an empty folder", () => made("s"), /the folder holds neither stacks\/ nor a \*\.tf\.json/],
    ["is a folder without stacks", () => dirname(written("t/readme.md", "")), /holds neither stacks\//],
    ["is a synth folder without a stack", () => dirname(made("u/stacks")), /its folder stacks\/ holds no stack/],
  ])("fails when it %s", (_, input, message) => {
    const path = input();
    const attempt = () => readInputs([path]);
    expect(attempt).toThrow(InputError);
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(new RegExp(`^${path.replace(/[.\\+*?[^\]$(){}]/g, "\\$&")}.*: [^\n]*$`));
  });

  it("fails when a stack is given twice", () => {
    const stack = dirname(written("twice/dublin/cdk.tf.json", STACK));
    expect(() => readInputs([stack, join(stack, "cdk.tf.json")])).toThrow(/the stack dublin is given twice/);
  });
});

describe("what is read", () => {
  const outdir = join(folder, "out");
  written("out/stacks/norway/cdk.tf.json", STACK);
  written("out/stacks/dublin/cdk.tf.json", STACK);

  it("is every stack of a synth folder, as a whole", () => {
    const { sources, whole } = readInputs([outdir]);
    expect([sources.map(({ stack }) => stack), whole]).toEqual([["dublin", "norway"], true]);
  });

  it("is one stack of a folder or a file, as a part", () => {
    for (const path of [join(outdir, "stacks", "dublin"), join(outdir, "stacks", "dublin", "cdk.tf.json")]) {
      const { sources, whole } = readInputs([path]);
      expect([sources.map(({ stack, kind }) => [stack, kind]), whole]).toEqual([[["dublin", "synth"]], false]);
    }
  });

  it("is a plan, under its file's name", () => {
    for (const name of ["dublin.json", "dublin.tfplan.json", "dublin.plan.json"]) {
      expect(readInputs([written(`plans/${name}`, PLAN)]).sources[0]).toMatchObject({ stack: "dublin", kind: "plan" });
    }
  });

  it("takes a stack's id from its comment before its folder's name", () => {
    const json = { "//": { metadata: { stackName: "norway" } }, resource: {} };
    expect(readInputs([written("elsewhere/cdk.tf.json", json)]).sources[0]!.stack).toBe("norway");
  });

  it("says of an empty stack of a synth folder that it holds nothing", () => {
    written("hollow/stacks/norway/cdk.tf.json", "{}");
    made("hollow/stacks/dublin");
    const { sources } = readInputs([join(folder, "hollow")]);
    expect(sources.map(({ stack, blocks }) => [stack, blocks])).toEqual([
      ["dublin", []],
      ["norway", []],
    ]);
  });

  it.each(["more.tf", "more.tf.json", "override.tf.json", "terraform.tfvars", "x.auto.tfvars.json"])(
    "tells of %s beside it, which Terraform reads too",
    (name) => {
      written(`beside-${name}/dublin/${name}`, "{}");
      const { sources } = readInputs([dirname(written(`beside-${name}/dublin/cdk.tf.json`, STACK))]);
      expect(sources[0]!.unread).toMatchObject([{ address: "stack", jsonPath: name, outcome: "undecided" }]);
    },
  );

  it("tells one version of what lies beside it from another", () => {
    const besideOf = (text: string) => {
      written("digests/dublin/more.tf", text);
      return readInputs([dirname(written("digests/dublin/cdk.tf.json", STACK))]).sources[0]!.beside;
    };
    const [one, same, other] = ["a = 1", "a = 1", "a = 2"].map(besideOf);
    expect(Object.keys(one!)).toEqual(["file.more.tf"]);
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
  });

  it("reads nothing outside of its folder, whatever is named there", () => {
    const outside = [
      written("outside.txt", "{}"),
      "../outside.txt",
      "own/../../outside.txt",
      "..",
      ".",
      "link/outside.txt",
    ];
    symlinkSync(folder, join(made("inside/dublin"), "link"));
    const locals = Object.fromEntries(outside.map((path, index) => [`l${index}`, `\${file("${path}")}`]));
    const json = { locals, module: { above: { source: "./.." }, all: { source: "./." } } };
    const [source] = readInputs([written("inside/dublin/cdk.tf.json", json)]).sources;
    expect(Object.keys(source!.beside)).toEqual(["module.above", "module.all"]);
  });

  it("passes over a folder that is called as what Terraform reads", () => {
    made("folders/dublin/more.tf");
    const { sources } = readInputs([dirname(written("folders/dublin/cdk.tf.json", STACK))]);
    expect(sources[0]!.unread).toEqual([]);
  });

  it("tells a key that is there twice, as wrong in itself", () => {
    const path = written(
      "keys/dublin/cdk.tf.json",
      '{"resource": {}, "provider": {"aws": {"region": 1, "region": 2}}}',
    );
    expect(readInputs([path]).sources[0]!.unread).toMatchObject([{ jsonPath: "region", outcome: "fail" }]);
  });

  it("knows what is taken over by however its address is written, and tells what no block here is", () => {
    const json = {
      resource: { aws_sqs_queue: { old: { count: 1 }, other: {} } },
      import: [
        { to: "aws_sqs_queue.old[0]", id: "https://sqs/old" },
        { to: " aws_sqs_queue.other ", id: 7 },
        { to: "aws_kms_key.gone", id: "1" },
      ],
    };
    const [source] = readInputs([written("imports/dublin/cdk.tf.json", json)]).sources;
    expect(source!.blocks.map(({ importedId }) => importedId)).toEqual(["https://sqs/old", "7"]);
    expect(source!.unread).toMatchObject([{ address: "aws_kms_key.gone", jsonPath: "import", outcome: "undecided" }]);
  });

  it("tells another provider that is installed, though nothing is of it", () => {
    const json = { terraform: { required_providers: { aws: { source: "aws" }, evil: { source: "evil/evil" } } } };
    const [source] = readInputs([written("providers/dublin/cdk.tf.json", json)]).sources;
    expect(source!.unread).toMatchObject([{ address: "terraform.required_providers", jsonPath: "evil" }]);
  });
});
