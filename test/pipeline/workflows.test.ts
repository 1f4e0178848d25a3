import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { declaredEstate, writeEstate } from "../support/estates";

const ROOT = join(__dirname, "../..");
const WORKFLOWS = ".github/workflows";
const FILES = readdirSync(join(ROOT, WORKFLOWS)).map((name) => `${WORKFLOWS}/${name}`);

/** Every action that is used, by the commit of its release: read there before it is changed here. */
const PINNED: Readonly<Record<string, string>> = {
  "actions/checkout": "de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2",
  "actions/setup-node": "53b83947a5a98c8d113130e565377fae1a50d02f # v6.3.0",
  "actions/upload-artifact": "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0",
  "actions/download-artifact": "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1",
  "aws-actions/configure-aws-credentials": "8df5847569e6427dd6c4fb1cf565c83acfa8afa7 # v6.0.0",
  "github/codeql-action/upload-sarif": "c10b8064de6f491fea524254123dbe5e09572f13 # v4.35.1",
};
/** What a job may write, and which jobs do. */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  "id-token": [
    "deploy-stack.yml apply",
    "deploy-stack.yml plan",
    "drift.yml drift",
    "pull-request.yml plan",
    ...["dublin", "enclave", "ireland-2", "monitor", "norway", "organization"].map((stack) => `deploy.yml ${stack}`),
  ],
  "pull-requests": ["pull-request.yml comment"],
  "security-events": ["pull-request.yml sarif"],
};

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly file: string;
  readonly id: string;
  readonly name: string;
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly uses?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly stack: readonly string[] } };
  readonly "timeout-minutes"?: number;
  readonly steps?: readonly Step[];
  readonly with?: Readonly<Record<string, string>>;
}

const textOf = (file: string) => readFileSync(join(ROOT, file), "utf8");
const workflows = FILES.map((file) => ({ file, ...parse(textOf(file)) }));
const jobs: readonly Job[] = workflows.flatMap(({ file, jobs }) =>
  Object.entries<any>(jobs).map(([id, job]) => {
    const short = file.slice(WORKFLOWS.length + 1);
    return { ...job, file: short, id, name: `${short} ${id}` };
  }),
);
const steps = jobs.flatMap((job) => (job.steps ?? []).map((step) => ({ job, ...step })));
const jobsOf = (file: string) => jobs.filter((job) => job.file === file);
const needsOf = ({ needs }: Job) => [needs ?? []].flat().filter((need) => need !== "synthesize");

function problemsOf(root: string, files: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const script = join(__dirname, "parse-workflows.mjs");
  return JSON.parse(
    execFileSync(process.execPath, [join(ROOT, "run.mjs"), script, root, ...files], { encoding: "utf8" }),
  );
}

describe("the workflows", () => {
  it("are valid by GitHub's own parser: fields, expressions, needs, inputs", () => {
    expect(problemsOf(ROOT, FILES)).toEqual(Object.fromEntries(FILES.map((file) => [file, []])));
  });

  it("would not be with a misspelt input, or a job that is not there", () => {
    const copy = mkdtempSync(join(tmpdir(), "clover-workflows-"));
    cpSync(join(ROOT, ".github"), join(copy, ".github"), { recursive: true });
    const deploy = `${WORKFLOWS}/deploy.yml`;
    const broken = textOf(deploy).replace("stack: norway", "stak: norway").replace("[synthesize, monitor]", "[all]");
    writeFileSync(join(copy, deploy), broken);
    const found = problemsOf(copy, [deploy])[deploy]!.join("\n");
    expect(found).toContain("stak is not defined in the referenced workflow");
    expect(found).toContain("Job 'organization' depends on unknown job 'all'");
    rmSync(copy, { recursive: true });
  });

  it("use few actions, each by the commit of its release, and none that is not used", () => {
    const used = FILES.flatMap((file) => [...textOf(file).matchAll(/uses: (.+)/g)].map(([, used]) => used!));
    const local = used.filter((action) => action.startsWith("./"));
    for (const action of local) expect(existsSync(join(ROOT, action))).toBe(true);
    const expected = Object.entries(PINNED).map(([name, commit]) => `${name}@${commit}`);
    expect(new Set(used.filter((action) => !action.startsWith("./")))).toEqual(new Set(expected));
  });

  it("begin with no permission, and give each job what it needs", () => {
    for (const { file, permissions } of workflows) expect([file, permissions]).toEqual([file, {}]);
    const writes: Record<string, string[]> = {};
    for (const { name, permissions } of jobs) {
      expect([name, permissions]).toEqual([name, expect.objectContaining({ contents: "read" })]);
      for (const [scope, level] of Object.entries(permissions ?? {})) {
        if (level === "write") (writes[scope] ??= []).push(name);
        else expect([name, scope, level]).toEqual([name, expect.stringMatching(/^(actions|contents)$/), "read"]);
      }
    }
    const sorted = (all: Readonly<Record<string, readonly string[]>>) =>
      Object.fromEntries(Object.entries(all).map(([scope, names]) => [scope, [...names].sort()]));
    expect(sorted(writes)).toEqual(sorted(WRITES));
  });

  it("ask for a token in an environment alone, whose name the role's trust can demand", () => {
    const asking = jobs.filter(({ permissions, uses }) => permissions?.["id-token"] === "write" && !uses);
    for (const { name, environment } of asking) {
      expect([name, environment]).toEqual([name, expect.stringMatching(/^(plan|deploy)-\$\{\{ (matrix|inputs)\.stack \}\}$/)]); // prettier-ignore
    }
    expect(asking.map(({ name, environment }) => [name, environment?.split("-")[0]]).sort()).toEqual([
      ["deploy-stack.yml apply", "deploy"],
      ["deploy-stack.yml plan", "plan"],
      ["drift.yml drift", "plan"],
      ["pull-request.yml plan", "plan"],
    ]);
    for (const { job, run } of steps.filter(({ run }) => run?.includes("--as deploy"))) {
      expect([run, job.name]).toEqual([run, "deploy-stack.yml apply"]);
    }
  });

  it("give nothing to a pull request from a fork, and run no code of a pull request where there is a token", () => {
    for (const job of jobsOf("pull-request.yml").filter(({ permissions }) =>
      Object.values(permissions!).includes("write"),
    )) {
      expect([job.id, job.if]).toEqual([job.id, expect.stringContaining("github.event.pull_request.head.repo.full_name == github.repository")]); // prettier-ignore
      for (const { with: given } of (job.steps ?? []).filter(({ uses }) => uses?.startsWith("actions/checkout@"))) {
        expect([job.id, given?.["ref"]]).toEqual([job.id, "${{ github.event.pull_request.base.sha }}"]);
      }
    }
  });

  it("run next to a token what the command line needs alone, and no program of a package as it is installed", () => {
    const withToken = jobs.filter(({ permissions, uses }) => Object.values(permissions!).includes("write") && !uses);
    expect(withToken.map(({ name }) => name)).toHaveLength(6);
    for (const { name, steps: taken } of withToken) {
      const runs = (taken ?? []).flatMap(({ run }) => run?.split("\n").filter(Boolean) ?? []);
      for (const run of runs) {
        expect([name, run]).toEqual([name, expect.stringMatching(/^(npm ci --omit=dev --ignore-scripts$|npx clover |gh |cat )/)]); // prettier-ignore
      }
    }
  });

  it("plan nothing before GitHub has said that somebody else must approve it", () => {
    const [plan] = jobsOf("deploy-stack.yml").filter(({ id }) => id === "plan");
    const all = plan!.steps!.map(({ run, uses }) => run ?? uses!);
    const at = (begins: string) => all.findIndex((step) => step.startsWith(begins));
    const asked = all[at("gh api")]!.split("\n").map((line) => /environments\/(\S+)" > (\S+)/.exec(line)?.slice(1));
    const files = ['"$RUNNER_TEMP/environment.json"', '"$RUNNER_TEMP/branches.json"'];
    expect(asked.filter(Boolean)).toEqual([
      ["deploy-$STACK", files[0]],
      ["deploy-$STACK/deployment-branch-policies", files[1]],
    ]);
    expect(all[at("gh api") + 1]).toBe(`npx clover pipeline approval ${files.join(" ")}`);
    expect(at("npx clover pipeline approval")).toBeLessThan(at("aws-actions/configure-aws-credentials@"));
  });

  it("run every test that needs no account: the long ones of plans at night, the others for each change", () => {
    const { scripts } = JSON.parse(textOf("package.json"));
    const tests = Object.keys(scripts).filter((script) => script.startsWith("test"));
    const run = (file: string) =>
      jobsOf(file).flatMap((job) => (job.steps ?? []).flatMap(({ run }) => /^npm (?:run )?(test\S*)$/.exec(run ?? "")?.[1] ?? [])); // prettier-ignore
    expect(run("nightly.yml")).toEqual(["test:plans"]);
    expect([...run("pull-request.yml"), ...run("nightly.yml")].sort()).toEqual(tests.sort());
    for (const job of [...jobsOf("nightly.yml"), ...jobsOf("pull-request.yml").slice(0, 3)]) {
      expect([job.id, job.permissions]).toEqual([job.id, { contents: "read" }]);
    }
  });

  it("are started by nothing that hands secrets to strangers' code, and have no secret", () => {
    const triggers = workflows.map(({ file, on }) => [file.slice(WORKFLOWS.length + 1), Object.keys(on).sort()]);
    expect(Object.fromEntries(triggers)).toEqual({
      "deploy-stack.yml": ["workflow_call"],
      "deploy.yml": ["push", "workflow_dispatch"],
      "drift.yml": ["schedule", "workflow_dispatch"],
      "nightly.yml": ["schedule", "workflow_dispatch"],
      "pull-request.yml": ["pull_request"],
    });
    for (const file of FILES) expect(textOf(file)).not.toMatch(/secrets[.[]|secrets: inherit/);
  });

  it("deploy and watch main alone", () => {
    const [deploy] = workflows.filter(({ file }) => file.endsWith("/deploy.yml"));
    expect(deploy!.on.push).toEqual({ branches: ["main"] });
    for (const { name, if: condition } of [...jobsOf("deploy.yml"), ...jobsOf("drift.yml")].filter(
      (job) => needsOf(job).length === 0 && job.id !== "monitor",
    )) {
      // prettier-ignore
      expect([name, condition]).toEqual([name, "${{ github.ref == 'refs/heads/main' }}"]);
    }
  });

  it("leave no credential behind a checkout", () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.length).toBeGreaterThanOrEqual(11);
    for (const { with: given } of checkouts) expect(given?.["persist-credentials"]).toBe(false);
  });

  it("run on a Node that is still mended, and try the oldest that is promised in one job without credentials", () => {
    const { engines } = JSON.parse(textOf("package.json"));
    const used = steps.filter(({ uses }) => uses?.startsWith("actions/setup-node@"));
    const versions = used.map(({ job, with: given }) => [job.name, given?.["node-version"]]);
    expect(versions).toHaveLength(11);
    const oldest = Number(/^>=(\d+)\./.exec(engines.node)![1]);
    expect(versions.filter(([, version]) => version !== 22)).toEqual([["pull-request.yml rehearse", oldest]]);
  });

  it("put no expression into a shell", () => {
    const runs = steps.flatMap(({ run }) => run ?? []);
    expect(runs.length).toBeGreaterThan(30);
    for (const run of runs) expect(run).not.toContain("${{");
  });

  it("end, and do not get in each other's way", () => {
    for (const { name, uses, "timeout-minutes": minutes } of jobs) {
      if (!uses) expect([name, minutes]).toEqual([name, expect.any(Number)]);
    }
    for (const { file, on, concurrency } of workflows) {
      if (on.workflow_call) continue;
      const cancels = file.endsWith("/pull-request.yml");
      expect([file, concurrency]).toEqual([file, { group: expect.any(String), "cancel-in-progress": cancels }]);
    }
  });

  it("keep a plan on the runner: its record alone, and evidence, are uploaded", () => {
    const uploaded = steps.filter(({ uses }) => uses?.startsWith("actions/upload-artifact@"));
    const paths = new Set(uploaded.map(({ with: given }) => given?.["path"]));
    expect(paths).toEqual(new Set(["evidence", "report", "${{ runner.temp }}/plan/record.*"]));
  });

  it("apply a plan only after it was checked, and by the digest of the one that was approved", () => {
    const [apply] = jobsOf("deploy-stack.yml").filter(({ id }) => id === "apply");
    expect(apply).toMatchObject({ needs: "plan", env: { DIGEST: "${{ needs.plan.outputs.digest }}" } });
    const runs = apply!.steps!.flatMap(({ run }) => run ?? []);
    expect(runs.map((run) => run.split(" ").slice(0, 4).join(" "))).toEqual([
      "npm ci --omit=dev --ignore-scripts",
      "npx clover evidence verify",
      "npx clover pipeline role",
      "npx clover pipeline plan",
      'npx clover check "$RUNNER_TEMP/plan/$STACK.json"',
      "npx clover pipeline apply",
    ]);
    expect(runs.at(-1)).toBe('npx clover pipeline apply "$RUNNER_TEMP/plan" --digest "$DIGEST"');
    expect(runs[1]).toContain('--statement "$STATEMENT"');
  });
});

describe("the stacks that are deployed", () => {
  const synthesized = writeEstate(declaredEstate("production"));
  const manifest: Readonly<Record<string, { readonly dependencies: readonly string[] }>> = JSON.parse(
    readFileSync(join(synthesized, "manifest.json"), "utf8"),
  ).stacks;
  afterAll(() => rmSync(synthesized, { recursive: true }));
  // Those that make the buckets of the state are deployed once, by hand.
  const proper = Object.keys(manifest).filter((stack) => !stack.startsWith("state-"));

  it("are production's, each after those that it waits for", () => {
    const deployed = jobsOf("deploy.yml").filter(({ uses }) => uses);
    expect(Object.fromEntries(deployed.map((job) => [job.with!["stack"], [...needsOf(job)].sort()]))).toEqual(
      Object.fromEntries(proper.map((stack) => [stack, [...manifest[stack]!.dependencies].sort()])),
    );
    for (const job of deployed)
      expect([job.id, job.uses]).toEqual([job.with!["stack"], `./${WORKFLOWS}/deploy-stack.yml`]);
  });

  it("are all planned in a pull request, and all watched for drift", () => {
    for (const { name, strategy } of jobs.filter((job) => job.strategy)) {
      expect([name, [...strategy!.matrix.stack].sort()]).toEqual([name, [...proper].sort()]);
    }
    expect(jobs.filter((job) => job.strategy).map(({ name }) => name)).toEqual([
      "drift.yml drift",
      "pull-request.yml plan",
    ]);
  });
});

describe("what the workflows run", () => {
  const commands = steps.flatMap(({ run }) => run?.match(/\b(npm|npx|gh|cat|mkdir) [^\n|]*/g) ?? []);

  it("are scripts that package.json has, and a handful of programs that every runner has", () => {
    const { scripts } = JSON.parse(textOf("package.json"));
    for (const [, script] of commands.flatMap((command) => [
      ...(/^npm run (\S+)/.exec(command) ? [/^npm run (\S+)/.exec(command)!] : []),
    ])) {
      expect(Object.keys(scripts)).toContain(script);
    }
    const others = commands.map((command) => command.split(" ").slice(0, 2).join(" "));
    expect([...new Set(others)].sort()).toEqual(
      ["cat \"$RUNNER_TEMP/plan/record.md\"", "gh api", "gh pr", "mkdir report", "npm ci", "npm run", "npm test", "npx cdktf", "npx clover"].sort(), // prettier-ignore
    );
  });

  const used = new Map<string, Set<string>>();
  for (const command of commands.filter((command) => command.startsWith("npx clover "))) {
    const [, name] = /^npx clover ((?:evidence verify|pipeline \w+|\w+))/.exec(command)!;
    const options = used.get(name!) ?? new Set();
    for (const [option] of command.matchAll(/--[a-z]+/g)) options.add(option);
    used.set(name!, options);
  }

  it.each([...used].map(([name, options]) => ({ name, options })))(
    "is the command: clover $name",
    ({ name, options }) => {
      const args = name === "evidence" ? ["evidence", "write"] : name.split(" ");
      const { status, stdout } = spawnSync(process.execPath, [join(ROOT, "cli/clover.mjs"), ...args, "--help"], {
        encoding: "utf8",
      });
      expect(status).toBe(0);
      expect(stdout).toContain(`Usage: clover ${args.join(" ")}`);
      for (const option of options) expect(stdout).toContain(`${option} `);
    },
  );
});
