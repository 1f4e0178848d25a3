import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { interrupt, kill } from "./deploying";

/** How long a child may take to end after it was asked to: Terraform finishes the resource it is at. */
const PATIENCE_SECONDS = 60;

const running = new Set<ChildProcess>();
let interrupted = false;

/** Whether a person has asked to stop. */
export function wasInterrupted(): boolean {
  return interrupted;
}

/** A child in a process group of its own, which ends with this process. */
export function start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { ...options, detached: true });
  running.add(child);
  child.once("close", () => running.delete(child));
  return child;
}

/**
 * Ctrl-C asks every child to stop and waits for them; a second one, or their slowness, kills them.
 *
 * @param tell called once, with what a person should know
 */
export function stopOnInterrupt(tell: (message: string) => void): void {
  const killAll = () => running.forEach(({ pid }) => kill(pid!));
  const stop = () => {
    if (interrupted) return killAll();
    interrupted = true;
    tell("Stopping: Terraform finishes the resource it is at. Press Ctrl-C again to kill it.");
    running.forEach(({ pid }) => interrupt(pid!));
    setTimeout(killAll, PATIENCE_SECONDS * 1000).unref();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  process.on("exit", killAll);
}
