import { spawnSync } from "node:child_process";
import { downloadedTerraform, PINNED_VERSION } from "./release";

/** Lock files for S3 state are stable from 1.11 on; what comes after 1.x is not measured. */
const LEAST_MINOR = 11;

/** Whether a version of Terraform will do: 1.11 or a later 1.x. */
export function fits(version: string): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)\.\d+$/.exec(version) ?? [];
  return major === "1" && Number(minor) >= LEAST_MINOR;
}

function installedVersion(): string | undefined {
  const { status, stdout } = spawnSync("terraform", ["version", "-json"], {
    encoding: "utf8",
    env: { ...process.env, CHECKPOINT_DISABLE: "1" },
  });
  if (status !== 0) return undefined;
  try {
    return (JSON.parse(stdout) as { terraform_version: string }).terraform_version;
  } catch {
    return undefined;
  }
}

export interface FoundTerraform {
  /** A name on the PATH, or a path. */
  readonly executable: string;
  /** Where it came from, for people. */
  readonly origin: string;
}

/**
 * The installed Terraform when its version fits, else the pinned release in the project's own folder.
 *
 * @throws Failure when neither can be had
 */
export async function findTerraform(): Promise<FoundTerraform> {
  const version = installedVersion();
  if (version && fits(version)) return { executable: "terraform", origin: `Terraform ${version}, installed` };
  const executable = await downloadedTerraform();
  return {
    executable,
    origin: `Terraform in ${executable}${version ? ` (the installed ${version} does not fit)` : ""}`,
  };
}

/**
 * The pinned release and no other, so that two machines make the same plan: the installed one where it is that, else
 * downloaded and verified.
 *
 * @throws Failure when it cannot be had
 */
export async function pinnedTerraform(): Promise<string> {
  return installedVersion() === PINNED_VERSION ? "terraform" : downloadedTerraform();
}
