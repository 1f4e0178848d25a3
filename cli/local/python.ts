import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../failure";
import { EMULATOR, OWN } from "../project";

/** The oldest Python that every pinned package has a release for. */
const LEAST_MINOR = 11;
const CANDIDATES = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python"];

/** @throws Failure that says how to get one */
function findPython(): string {
  const found = CANDIDATES.find((name) => {
    const { status, stdout } = spawnSync(name, ["-c", "import sys, venv; print(*sys.version_info[:2])"], {
      encoding: "utf8",
    });
    const [major, minor] = (stdout ?? "").trim().split(" ").map(Number);
    return status === 0 && major === 3 && minor! >= LEAST_MINOR;
  });
  if (found) return found;
  throw new Failure(
    `The emulator needs Python 3.${LEAST_MINOR} or newer with venv, and none was found. ` +
      "Install it (Debian and Ubuntu: apt install python3 python3-venv; macOS: brew install python) and run this again.",
  );
}

/**
 * The emulator's own Python, with the pinned packages, in the project's own folder.
 *
 * The marker is written last and holds the digest of what was installed: half an installation is made anew.
 *
 * @throws Failure when the packages cannot be installed
 */
export function installedEmulator(tell: (message: string) => void): string {
  const requirements = join(EMULATOR, "requirements.txt");
  const folder = join(OWN, "emulator");
  const marker = join(folder, "installed");
  const python = join(folder, "bin", "python");
  const digest = createHash("sha256").update(readFileSync(requirements)).digest("hex");
  if (existsSync(marker) && readFileSync(marker, "utf8") === digest) return python;

  tell("Installing the emulator (about a minute, once)");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run(findPython(), ["-m", "venv", folder]);
  run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", requirements]);
  writeFileSync(marker, digest);
  return python;
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  if (status === 0) return;
  const why = (stderr || error?.message || "").trim().split("\n").slice(-3).join(" ");
  throw new Failure(`The emulator could not be installed: \`${command} ${args.join(" ")}\` failed: ${why}`);
}
