import { createHash } from "node:crypto";
import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Estate } from "../../config/estate";
import { archivePurpose } from "../../config/names";
import { Failure } from "../failure";
import { EMULATOR, OWN, STATE } from "../project";
import { installedEmulator } from "./python";

/** The emulator loads hundreds of modules; two seconds warm, much longer on a busy machine. */
const START_SECONDS = 60;
/** How long it may take to end before it is killed. */
const STOP_SECONDS = 10;

/** What `local up` has started, as it wrote it down. */
export interface Running {
  readonly pid: number;
  readonly url: string;
  readonly seed: string;
}

const folder = () => join(OWN, "local");
const runFile = (estate: string) => join(folder(), `${estate}.json`);

/** The organization with its accounts exists before anything is deployed, and so do the ids of the monitor's keys. */
function seedOf({ organization, monitor, sites, enclave }: Estate): string {
  const members = [
    ...sites.map(({ id, account }) => ({ id: account, name: id })),
    { id: enclave.account, name: "enclave" },
  ];
  return JSON.stringify({
    organization: {
      id: organization.id,
      managementAccount: organization.managementAccount,
      accounts: members.map(({ id, name }) => ({ id, name, email: `${name}@example.org` })),
    },
    keys: Object.entries(monitor.archiveKeyArns).map(([stack, arn]) => ({
      account: monitor.account,
      region: monitor.region,
      purpose: archivePurpose(stack),
      id: arn.split("/")[1],
    })),
  });
}

/** The emulator that runs for an estate, or nothing: one that has ended, or that is a stranger's, does not count. */
export async function runningEmulator(estate: string): Promise<Running | undefined> {
  if (!existsSync(runFile(estate))) return undefined;
  const known = JSON.parse(readFileSync(runFile(estate), "utf8")) as Running;
  try {
    const response = await fetch(`${known.url}/clover-emulator/health`, { signal: AbortSignal.timeout(5000) });
    const health = (await response.json()) as { readonly emulator?: string; readonly seed?: string };
    return health.emulator === "clover" && health.seed === known.seed ? known : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The emulator for an estate, started when it does not run yet.
 *
 * It keeps everything in memory: when one is started, what Terraform believes to be deployed is gone, and
 * its state with it.
 *
 * @throws Failure when it does not start
 */
export async function ensureEmulator(estate: Estate, tell: (message: string) => void): Promise<Running> {
  const seed = seedOf(estate);
  const running = await runningEmulator(estate.name);
  if (running?.seed === digestOf(seed)) {
    tell(`The emulator runs already: ${running.url}`);
    return running;
  }
  if (running) {
    tell("The estate's accounts have changed: starting another emulator");
    await stopEmulator(estate.name);
  }
  if (existsSync(join(STATE, estate.name))) {
    tell("The emulator that this state was deployed to is gone: removing the state");
    forget(estate.name);
  }
  const python = installedEmulator(tell);
  const started = await startEmulator(estate.name, python, seed);
  tell(`The emulator listens on ${started.url}`);
  return started;
}

const digestOf = (seed: string) => createHash("sha256").update(seed).digest("hex");

async function startEmulator(estate: string, python: string, seed: string): Promise<Running> {
  mkdirSync(folder(), { recursive: true });
  const seedFile = join(folder(), `${estate}.seed.json`);
  // Its own: what another estate's emulator says is not taken for what this one does.
  const logFile = join(folder(), `${estate}.emulator.log`);
  writeFileSync(seedFile, seed);
  const log = openSync(logFile, "w");
  const port = process.env["CLOVER_LOCAL_PORT"] ?? "0";
  const child = spawn(python, [join(EMULATOR, "server.py"), "--port", port, "--seed", seedFile], {
    detached: true,
    stdio: ["ignore", log, log],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
  });
  closeSync(log);
  child.unref();
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await Promise.race([announcedUrl(logFile), ended]);
  if (!url) {
    if (child.exitCode === null) child.kill("SIGKILL");
    throw new Failure(
      `The emulator did not start: ${readFileSync(logFile, "utf8").trim() || "no output"} (${logFile})`,
    );
  }
  const running = { pid: child.pid!, url, seed: digestOf(seed) };
  writeFileSync(runFile(estate), JSON.stringify(running));
  return running;
}

async function announcedUrl(logFile: string): Promise<string | undefined> {
  for (let waited = 0; waited < START_SECONDS * 10; waited++) {
    const url = /^listening on (\S+)$/m.exec(readFileSync(logFile, "utf8"))?.[1];
    if (url) return url;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return undefined;
}

/** Stops the emulator that was started for an estate, and nothing else. Says whether there was one. */
export async function stopEmulator(estate: string): Promise<boolean> {
  const running = await runningEmulator(estate);
  if (running) await end(running.pid);
  forget(estate);
  return running !== undefined;
}

async function end(pid: number): Promise<void> {
  for (let waited = 0; waited < STOP_SECONDS * 10; waited++) {
    try {
      process.kill(pid, waited === 0 ? "SIGTERM" : 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  process.kill(pid, "SIGKILL");
}

/** What was deployed to an emulator that is gone. */
function forget(estate: string): void {
  rmSync(join(STATE, estate), { recursive: true, force: true });
  rmSync(runFile(estate), { force: true });
}
