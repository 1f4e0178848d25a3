import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { version } from "../../package.json";

const CLOVER = join(__dirname, "../../cli/clover.mjs");
const FOLDER = mkdtempSync(join(tmpdir(), "clover-cli-"));

function clover(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const environment: NodeJS.ProcessEnv = { ...process.env, CLOVER_TODAY: "2026-11-24", ...env };
  if (!("CLOVER_ESTATE" in env)) delete environment["CLOVER_ESTATE"];
  return spawnSync(process.execPath, [CLOVER, ...args], { cwd: FOLDER, encoding: "utf8", env: environment });
}

describe("clover estate", () => {
  const { status, stdout } = clover(["estate"]);

  it("works from any folder, and says first that the local estate was chosen and which others there are", () => {
    expect(status).toBe(0);
    expect(stdout.split("\n")[0]).toBe("Estate: local (CLOVER_ESTATE is not set; others: production)");
    expect(stdout).toContain("Today is taken to be 2026-11-24 (CLOVER_TODAY)");
  });

  it("prints places with the country that the data is in, and stand-ins for what they are", () => {
    expect(stdout).toMatch(/│ norway +│ 400000000004 +│ eu-north-1 +│ SE /);
    expect(stdout).toContain("Stand-in: norway is in eu-north-1, so its data is in SE and not in NO.");
  });

  it("prints what ends when, soonest first", () => {
    expect(stdout).toContain("serving, 310 days to sunset");
    const days = [...stdout.matchAll(/│ \d{4}-\d{2}-\d{2} +│ (\d+) +│/g)].map(([, number]) => Number(number));
    expect(days.length).toBeGreaterThanOrEqual(9);
    expect(days).toEqual([...days].sort((a, b) => a - b));
  });

  it("prints production when it is chosen", () => {
    const { stdout } = clover(["estate"], { CLOVER_ESTATE: "production" });
    expect(stdout).toMatch(/│ norway +│ 444444444444 +│ eu-north-1 +│ SE +│ planned /);
    expect(stdout).not.toContain("CLOVER_ESTATE is not set");
  });

  it("prints JSON and nothing else, and says beside it which estate was chosen", () => {
    const { stdout, stderr } = clover(["estate", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ name: "local", sites: expect.any(Array) });
    expect(stderr).toContain("Estate: local (CLOVER_ESTATE is not set; others: production)\n");
  });
});

describe("clover", () => {
  it("refuses an estate with its problems on stderr, no stack trace, and exit 2", () => {
    const file = join(FOLDER, "broken.yaml");
    writeFileSync(file, "organization: 1\n");
    const { status, stdout, stderr } = clover(["estate"], { CLOVER_ESTATE: file });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^\[estate\.wrong-type\] .*broken\.yaml:1:15 organization: must be an object/m);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it("refuses a day that is none, and an estate without a name", () => {
    const ofDay = clover(["estate"], { CLOVER_TODAY: "2026-02-30" });
    expect([ofDay.status, ofDay.stderr]).toEqual([2, expect.stringContaining("[estate.malformed-today] CLOVER_TODAY")]);
    expect(clover(["check", "--estate", ""])).toMatchObject({ status: 2, stdout: "" });
  });

  it("refuses a form of report that there is none of, whatever objects are made of", () => {
    for (const format of ["toString", "constructor", "__proto__"]) {
      const { status, stdout, stderr } = clover(["check", "--format", format]);
      expect([status, stdout, stderr]).toEqual([2, "", expect.stringContaining("It must be one of text, json")]);
    }
  });

  it("ends without a word where nobody reads on, and with 2 where it cannot write", () => {
    const script = (target: string) =>
      `${process.execPath} ${CLOVER} guardrails ${join(__dirname, "../..")} ${target}; echo "\${PIPESTATUS[0]}"`;
    const run = (target: string) => spawnSync("bash", ["-c", script(target)], { encoding: "utf8", cwd: FOLDER });
    expect(run("| true").stderr).not.toMatch(/EPIPE|^\s+at /m);
    const full = spawnSync("bash", ["-c", `${process.execPath} ${CLOVER} estate > /dev/full; echo $?`], {
      encoding: "utf8",
    });
    expect([full.stdout, full.stderr]).toEqual(["2\n", expect.stringContaining("Standard output cannot be written")]);
  });

  it("takes an estate as an option in every command that is about one, before what the environment says", () => {
    const named = clover(["estate", "--estate", "production"], { CLOVER_ESTATE: "local" });
    expect(named.stdout).toMatch(/^Estate production, on 2026-11-24\./m);
    const local = clover(["local", "up", "--estate", "production"], { CLOVER_ESTATE: "local" });
    expect(local.stderr).toContain("The estate production keeps its state in S3, so it is not deployed here");
    const file = join(FOLDER, "malformed.yaml");
    writeFileSync(file, "organization: 1\n");
    for (const command of [
      ["enclave", "drain"],
      ["enclave", "status"],
      ["local", "env"],
      ["local", "down"],
    ]) {
      const { status, stderr } = clover([...command, "--estate", file], { CLOVER_ESTATE: "local" });
      expect([command, status, stderr]).toEqual([command, 2, expect.stringContaining("[estate.wrong-type]")]);
    }
  });

  it("refuses an estate that does not exist", () => {
    const { status, stderr } = clover(["estate"], { CLOVER_ESTATE: "staging" });
    expect(status).toBe(2);
    expect(stderr).toContain("[estate.no-such-file]");
  });

  it("refuses to deploy an estate locally that keeps its state in S3", () => {
    const { status, stderr } = clover(["local", "up"], { CLOVER_ESTATE: "production" });
    expect(status).toBe(2);
    expect(stderr).toContain("The estate production keeps its state in S3, so it is not deployed here");
  });

  it("prints its version", () => {
    const { status, stdout } = clover(["--version"]);
    expect([status, stdout]).toEqual([0, `${version}\n`]);
  });

  it("refuses an unknown command", () => {
    const { status, stderr } = clover(["deploy"]);
    expect(status).toBe(2);
    expect(stderr).toContain("unknown command 'deploy'");
  });
});
