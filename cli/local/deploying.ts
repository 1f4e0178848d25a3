import { spawnSync } from "node:child_process";

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly group: number;
  readonly command: string;
}

const DEPLOYS = /cdktf|terraform/;
const TERRAFORM = /^(\S*\/)?terraform /;

/** @param leader the process, and process group, that a deployment was started as */
export function isDeploying(leader: number): boolean {
  return deploymentOf(leader).length > 0;
}

/**
 * Asks a deployment to end once what it is at is done.
 *
 * cdktf runs `terraform apply` on a terminal of its own, so in a session and a process group of its own. Interrupted, it
 * takes that terminal away, which ends Terraform at once: what AWS has made and no state tells is lost. So Terraform
 * itself is interrupted, which finishes what it has asked for and writes its state, and cdktf ends after it.
 */
export function interrupt(leader: number): void {
  const all = deploymentOf(leader);
  const terraform = all.filter(({ command }) => TERRAFORM.test(command));
  for (const { id } of terraform) send(id, "SIGINT");
  if (terraform.length === 0 && all.length > 0) send(-leader, "SIGINT");
}

/** Ends a deployment at once, whatever it is at. */
export function kill(leader: number): void {
  const all = deploymentOf(leader);
  if (all.length > 0) send(-leader, "SIGKILL");
  for (const { id } of all) send(id, "SIGKILL");
}

/**
 * The processes of a deployment: cdktf, and below it Terraform and its provider. A process of that number that is no
 * deployment is a stranger's.
 */
function deploymentOf(leader: number): readonly Process[] {
  const processes = allProcesses();
  const found = processes.filter(({ group }) => group === leader);
  for (const { id } of found) {
    found.push(...processes.filter((each) => each.parent === id && !found.includes(each)));
  }
  return found.filter(({ command }) => DEPLOYS.test(command));
}

function allProcesses(): readonly Process[] {
  const { stdout } = spawnSync("ps", ["-e", "-o", "pid=,ppid=,pgid=,args="], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line) => {
    const [, id, parent, group, command] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ id: Number(id), parent: Number(parent), group: Number(group), command }];
  });
}

function send(id: number, signal: NodeJS.Signals): void {
  try {
    process.kill(id, signal);
  } catch {
    // It has ended in the meantime.
  }
}
