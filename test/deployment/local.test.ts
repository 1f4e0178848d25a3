import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Running } from "../../cli/local/emulator";
import type { Enclave } from "../../config/estate";
import { loadEstate } from "../../config/load";
import { until } from "../support/until";
import { EnclaveData, ITEMS } from "./enclave-data";

const ROOT = join(__dirname, "../..");
const MINUTE = 60_000;

/** The shipped local estate under a name of its own, so that a developer's deployment is left alone. */
const NAME = "rehearsal";
const ESTATE = join(mkdtempSync(join(tmpdir(), "clover-rehearsal-")), `${NAME}.yaml`);
const LOCAL = readFileSync(join(ROOT, "config/environments/local.yaml"), "utf8");
writeFileSync(ESTATE, LOCAL);

const environment = { ...process.env, CLOVER_ESTATE: ESTATE, CLOVER_TODAY: "2026-11-24" };

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

class Command {
  private output = "";
  private readonly child: ChildProcess;
  readonly ended: Promise<Ended>;

  constructor(args: readonly string[], more: NodeJS.ProcessEnv = {}) {
    const env = { ...environment, ...more };
    this.child = spawn(process.execPath, [join(ROOT, "cli/clover.mjs"), ...args], { cwd: ROOT, env });
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.on("data", (chunk: Buffer) => (this.output += chunk.toString()));
    }
    this.ended = new Promise((resolve) => {
      this.child.once("close", (status) => resolve({ status, output: this.output }));
    });
  }

  async said(text: RegExp): Promise<void> {
    while (!text.test(this.output)) {
      if (this.child.exitCode !== null) throw new Error(`ended before it said ${text}:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

const clover = (...args: readonly string[]) => new Command(args).ended;

/** One that fails shows all that the command said. */
function expectEnded({ status, output }: Ended, expected: number, said: string | RegExp): void {
  const told = `${output.trimEnd()}\nexit ${status}`;
  expect(told).toMatch(said);
  expect(told).toMatch(new RegExp(`\nexit ${expected}$`));
}

/** Processes of Terraform or its provider that work in this project. */
function deploying(): readonly string[] {
  const processes = execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8" }).split("\n");
  return processes.filter((line) => {
    const [, pid, args] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return /^\S*terraform (apply|plan|init)|terraform-provider-aws/.test(args ?? "") && folderOf(pid!).startsWith(ROOT);
  });
}

/** The folder that a process works in; nothing of one that has ended meanwhile. */
function folderOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return "";
  }
}

/** Runs in the order written: each step stands on the one before. */
describe("the local deployment", () => {
  afterAll(() => clover("local", "down"), MINUTE);

  it(
    "stops when it is interrupted, and leaves no process behind",
    async () => {
      const up = new Command(["local", "up"]);
      await up.said(/organization: \d+ of/);
      up.signal("SIGINT");
      const { status, output } = await up.ended;
      expect(output).toContain("organization: stopped. Run this again to go on.");
      expect(status).toBe(2);
      expect(deploying()).toEqual([]);
    },
    6 * MINUTE,
  );

  it(
    "begins the stopped stack again, leaves what is done, and is killed outright",
    async () => {
      const up = new Command(["local", "up"]);
      await up.said(/organization: \d+ of/);
      up.signal("SIGKILL");
      const { status, output } = await up.ended;
      expect(output).toContain("organization: its last deployment did not end well, so it begins again");
      expect(status).toBeNull();
    },
    6 * MINUTE,
  );

  it(
    "goes on all the same, and deploys every resource of every stack",
    async () => {
      const up = await clover("local", "up");
      expectEnded(up, 0, "The emulator runs already");
      const { output } = up;
      expect(output).toContain("organization: its last deployment did not end well, so it begins again");
      const rows = [...output.matchAll(/│ ([\w-]+) +│ (\d+) +│ (\d+) +│ (\d+) +│/g)].map((match) => match.slice(1));
      expect(rows.map(([stack]) => stack)).toEqual([
        "monitor",
        "organization",
        "dublin",
        "ireland-2",
        "norway",
        "enclave",
      ]);
      for (const [stack, synthesized, deployed, leftOut] of rows) {
        expect([stack, deployed, leftOut]).toEqual([stack, synthesized, "0"]);
      }
      expect(deploying()).toEqual([]);
    },
    15 * MINUTE,
  );

  it(
    "holds everything that is read back",
    async () => {
      const { status, output } = await clover("local", "verify");
      const [, checks, held, failed] = /(\d+) checks: (\d+) held, (\d+) failed/.exec(output)!.map(Number);
      expect(output).not.toContain("FAILED");
      expect([held, failed]).toEqual([checks, 0]);
      expect(checks).toBeGreaterThan(150);
      expect(output).toContain("What the emulator cannot hold:");
      expect(status).toBe(0);
    },
    5 * MINUTE,
  );

  it(
    "keeps an audit record that is proved: none is deleted, and what is written over it is named",
    async () => {
      const records = await clover("local", "records", "--hours", "3");
      const [, since, until] = /--since (\S+) --until (\S+)/.exec(records.output)!;
      const asMonitor = (command: string) => {
        const script = `eval "$(node cli/clover.mjs local env monitor)" && ${command}`;
        const ended = spawnSync("bash", ["-c", script], { cwd: ROOT, env: environment, encoding: "utf8" });
        return { ...ended, output: ended.stdout + ended.stderr };
      };
      const verify = `node cli/clover.mjs audit verify --since ${since} --until ${until}`;
      const proved = asMonitor(verify);
      expectEnded(proved, 0, " log files proved by them, 0 gaps");

      const archive = "clover-local-monitor-dublin-archive-900000000009";
      const script = `
        const { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } = require("@aws-sdk/client-s3");
        (async (s3, Bucket) => {
          const Prefix = "dublin/AWSLogs/200000000002/CloudTrail-Digest/eu-west-1/";
          const { Key } = (await s3.send(new ListObjectsV2Command({ Bucket, Prefix }))).Contents[1];
          const refused = await s3.send(new DeleteObjectCommand({ Bucket, Key })).catch(({ $metadata }) => $metadata.httpStatusCode);
          await s3.send(new PutObjectCommand({ Bucket, Key, Body: "another" }));
          console.log(refused);
        })(new S3Client({}), "${archive}");`;
      expect(asMonitor(`node -e '${script}'`)).toMatchObject({ status: 0, stdout: "403\n" });
      const { status, stdout } = asMonitor(verify);
      expect(stdout).toContain("GAP dublin, account 200000000002: trail-digests, eu-west-1: digest-unreadable");
      expect(stdout).toContain("GAP dublin, account 200000000002: trail-digests, eu-west-1: overwritten");
      expect(status).toBe(1);
    },
    5 * MINUTE,
  );

  it(
    "shows no difference to what is deployed",
    () => {
      const script = 'eval "$(node cli/clover.mjs local env)" && npx cdktf diff dublin --skip-synth';
      const output = execFileSync("bash", ["-c", script], { cwd: ROOT, env: environment, encoding: "utf8" });
      expect(output).toContain("No changes.");
    },
    3 * MINUTE,
  );

  it(
    "is judged alike by its real plans and by what was synthesized",
    async () => {
      const script = [
        'eval "$(node cli/clover.mjs local env)"',
        "planned() {",
        '  terraform="${TERRAFORM_BINARY_NAME:-terraform} -chdir=cdktf.out/stacks/$1"',
        "  $terraform plan -input=false -lock=false -out=judged.tfplan > /dev/null",
        '  $terraform show -json judged.tfplan > "$PLANS/$1.json"',
        "}",
        "export -f planned",
        "ls cdktf.out/stacks | xargs -P 2 -I {} bash -e -c 'planned {}'",
      ].join("\n");
      const plans = mkdtempSync(join(tmpdir(), "clover-plans-"));
      execFileSync("bash", ["-e", "-c", script], { cwd: ROOT, env: { ...environment, PLANS: plans } });
      const files = readdirSync(plans).map((file) => join(plans, file));
      expect(files).toHaveLength(6);
      const asked = [files, [...files, "cdktf.out"], ["cdktf.out"]].map((paths) => clover("check", ...paths));
      const [alone, together, synthesized] = await Promise.all(asked);
      expectEnded(alone!, 0, / [1-9]\d+ passed, 0 failed, 0 undecided, 0 waived/);
      const verdict = ({ output: told }: Ended) => told.trimEnd().split("\n").at(-1);
      expect(verdict(together!)).toBe(verdict(synthesized!));
    },
    5 * MINUTE,
  );

  describe("at the end of its enclave", () => {
    let data: EnclaveData;
    let written: ReadonlyMap<string, string>;
    let keyArn: string;
    const declare = (phase: Enclave["phase"]) =>
      writeFileSync(ESTATE, LOCAL.replace("phase: serving", `phase: ${phase}`));
    const deployed = () => JSON.parse(readFileSync(join(ROOT, `.clover/local/${NAME}.json`), "utf8")) as Running;
    const enclave = (...args: readonly string[]) => {
      const script = `eval "$(node cli/clover.mjs local env)" && exec node cli/clover.mjs enclave ${args.join(" ")}`;
      const { status, stdout, stderr } = spawnSync("bash", ["-c", script], {
        cwd: ROOT,
        env: environment,
        encoding: "utf8",
      });
      return { status, output: stdout + stderr };
    };

    /** Whose item or which object is not at home as it was in the enclave: what was deleted there never comes. */
    const changed = ["people/1"];
    const expectHome = async () => {
      const home = await data.digests("target");
      const others = [...written].filter(([what, digest]) => home.get(what) !== digest);
      expect([...new Set(others.map(([what]) => what.split(" ")[0]))].sort()).toEqual([...changed].sort());
    };

    /** Variables with which AWS's SDK reaches the deployment. */
    const sdk = () => {
      const script = 'eval "$(node cli/clover.mjs local env)" && env -0';
      const output = execFileSync("bash", ["-c", script], { cwd: ROOT, env: environment, encoding: "utf8" });
      const named = output.split("\0").filter(Boolean);
      return Object.fromEntries(named.map((line) => [line.split("=", 1)[0]!, line.slice(line.indexOf("=") + 1)]));
    };
    const killed = async (
      args: readonly string[],
      when: (running: Command) => Promise<void>,
      more: NodeJS.ProcessEnv = {},
    ) => {
      const command = new Command(args, more);
      await when(command);
      command.signal("SIGKILL");
      const { status, output } = await command.ended;
      expect([status, output]).toEqual([null, output]);
    };
    /** Terraform has changed something of the stack, and not everything. */
    const applying = (stack: string) => {
      const log = join(ROOT, `.clover/local/logs/${stack}.log`);
      rmSync(log, { force: true });
      const hasChanged = () =>
        existsSync(log) && /(Creation|Modifications|Destruction) complete/.test(readFileSync(log, "utf8"));
      return () => until(async () => hasChanged());
    };

    it(
      "holds what is not home, which is said and not shown, and neither drains nor is retired while it serves",
      async () => {
        data = new EnclaveData(loadEstate(ESTATE, { today: environment.CLOVER_TODAY }), deployed().url);
        await data.write();
        written = await data.digests("source");
        keyArn = await data.keyArn();
        const status = enclave("status");
        expectEnded(status, 1, `Incomplete: 7 objects and ${ITEMS} items of the enclave have not come home`);
        const { output } = status;
        expect(output).not.toContain("people/");
        expect(output).not.toContain("person-");
        expectEnded(enclave("drain"), 2, "still takes new data");
        declare("retired");
        const refused = await clover("local", "up", "enclave");
        expectEnded(refused, 2, "[estate.retired-without-evidence]");
      },
      2 * MINUTE,
    );

    it(
      "is drained, whichever step is killed and however often one is run, and does not serve again",
      async () => {
        declare("draining");
        await killed(["local", "up", "enclave"], applying("enclave"));
        const up = await clover("local", "up", "organization", "enclave");
        expect(up.output).toContain("enclave: its last change did not end well, so it goes on from there");
        expectEnded(up, 0, /│ enclave +│ (\d+) +│ \1 +│ 0 +│/);
        expect(await data.digests("source")).toEqual(written);
        expectEnded(enclave("status", "--evidence"), 1, "is not written");
        await killed(["enclave", "drain"], (drain) => drain.said(/Table: its export/), sdk());
        // Whoever is exported and, however far it came before it was killed, not imported.
        const erasedBefore = (await data.peopleToCome())[0]!;
        await data.erase("source", erasedBefore);
        const arriving = async () => (await data.peopleAtHome()).length > 0;
        await killed(["enclave", "drain"], async () => until(arriving), sdk());
        const [halfway, ...others] = await data.peopleAtHome();
        expect(others.length).toBeLessThan(ITEMS - 2);
        await data.erase("target", halfway!);
        changed.push(erasedBefore, halfway!);
        const drained = enclave("drain");
        expectEnded(drained, 0, new RegExp(`[1-9]\\d* of ${ITEMS} are written into dublin, 0 were there`));
        expect(drained.output).toContain("nothing is copied while 1 versions that nobody has copied are of deleted");
        expect(await data.marks()).toBe(0);
        expectEnded(
          enclave("drain", "--end-deleted"),
          0,
          "1 versions of deleted objects that nobody had copied are ended",
        );
        expectEnded(enclave("drain"), 0, "Objects: every version is copied or on its way.");
        await expectHome();
        declare("serving");
        const back = await clover("local", "up", "enclave");
        expectEnded(back, 2, "is deployed as draining and declared serving");
      },
      6 * MINUTE,
    );

    it(
      "brings nobody home again who is erased or changed there, and is complete all the same",
      async () => {
        declare("draining");
        expectEnded(enclave("status"), 0, "Complete: everything that the enclave holds has come home");
        const [erased, updated, leftTo] = (await data.peopleAtHome()) as [string, string, string];
        await data.erase("target", erased);
        await data.update(updated);
        await data.erase("source", leftTo);
        await data.changeObjects("people/2", "people/3", "people/4");
        changed.push(erased, updated, "people/2", "people/3");
        expectEnded(enclave("drain"), 0, "Table: everything that it holds has come home.");
        await expectHome();
        expect(await data.peopleAtHome()).toContain(updated);
        const { output } = enclave("status");
        // Eight of people, and what the verification writes.
        expect(output).toMatch(/│ Object versions │ 9 +│ 7 +│ 1 +│ 1 +│ 0 +│/);
        expect(output).toMatch(new RegExp(`│ Items +│ ${ITEMS - 2} +│ ${ITEMS - 5} +│ 1 +│ 2 +│ 0 +│`));
        expect(output).toContain("1 keys of objects, of which 0 are current in dublin");
        expect(output).toContain("2 items that an export had, of which 1 are current in dublin");
        expect(await data.expiresAtHome()).toEqual(["enclave-table/"]);
      },
      2 * MINUTE,
    );

    it(
      "is retired on the evidence, and leaves nothing of its data behind and everything of it at home",
      async () => {
        declare("draining");
        expectEnded(enclave("status", "--evidence"), 0, "Complete: everything that the enclave holds has come home");
        declare("serving");
        expect((await clover("estate")).output).toContain("[estate.phase-went-back]");
        declare("retired");
        await killed(["local", "up", "enclave"], applying("enclave"));
        const up = await clover("local", "up", "monitor", "organization", "dublin", "enclave");
        expectEnded(up, 0, /│ enclave +│ (\d+) +│ \1 +│ 0 +│/);
        expect(await data.remains(keyArn)).toEqual(["NotFound", "ResourceNotFoundException", "PendingDeletion", 30]);
        await expectHome();
        expect(written.size).toBeGreaterThan(15);
        expect(await data.expiresAtHome()).toEqual(["enclave-table/", "enclave-drained/"]);
      },
      8 * MINUTE,
    );

    it(
      "keeps its audit trail and holds everything else, and a plan that goes back is a finding",
      async () => {
        expectEnded(await clover("local", "verify"), 0, / held, 0 failed/);
        declare("draining");
        const script = [
          'eval "$(node cli/clover.mjs local env)"',
          "npx cdktf synth > /dev/null 2>&1",
          'terraform="${TERRAFORM_BINARY_NAME:-terraform} -chdir=cdktf.out/stacks/enclave"',
          "$terraform plan -input=false -lock=false -out=back.tfplan > /dev/null",
          '$terraform show -json back.tfplan > "$PLAN"',
        ].join("\n");
        const PLAN = join(mkdtempSync(join(tmpdir(), "clover-back-")), "enclave.json");
        execFileSync("bash", ["-e", "-c", script], { cwd: ROOT, env: { ...environment, PLAN } });
        const back = await clover("check", PLAN);
        expectEnded(back, 1, "FAIL ENV-010");
        expect(back.output).toContain("retired to draining");
      },
      6 * MINUTE,
    );
  });

  it(
    "is taken down with what it started, and nothing else",
    async () => {
      const { pid } = JSON.parse(readFileSync(join(ROOT, `.clover/local/${NAME}.json`), "utf8")) as { pid: number };
      expect((await clover("local", "down")).status).toBe(0);
      expect(() => process.kill(pid, 0)).toThrow();
      expect(existsSync(join(ROOT, `.terraform-state/${NAME}`))).toBe(false);
      const after = await clover("local", "verify");
      expect(after.output).toContain("Nothing is deployed for the estate rehearsal: run `npx clover local up` first.");
      expect(after.status).toBe(2);
    },
    MINUTE,
  );
});
