import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync, chmodSync } from "node:fs";
import { arch, platform } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { Failure } from "../failure";
import { OWN } from "../project";

/** The release that everything here was measured with. */
export const PINNED_VERSION = "1.11.4";

/** SHA-256 of each platform's archive. A platform without one is never downloaded. */
const PINNED_DIGESTS: Readonly<Record<string, string>> = {
  darwin_amd64: "a56d5002b9f7647291faccc3dd1a70350e60fb61e4c45037629508b8fdc2575b",
  darwin_arm64: "867e0808fa971217043e25b7a792b10720c79b1546f8a68479b74f138be73e18",
  linux_amd64: "1ce994251c00281d6845f0f268637ba50c0005657eb3cf096b92f753b42ef4dc",
};

/** Where HashiCorp publishes releases; `CLOVER_TERRAFORM_BASE_URL` names a mirror of the same layout. */
const RELEASES = "https://releases.hashicorp.com/terraform";

/** Terraform's name of this machine's platform, e.g. `linux_amd64`. */
export function thisPlatform(): string {
  return `${platform()}_${arch() === "x64" ? "amd64" : arch()}`;
}

export interface Download {
  readonly baseUrl?: string;
  readonly folder?: string;
  readonly platform?: string;
  readonly digests?: Readonly<Record<string, string>>;
  /** Unpacks the archive's `terraform` into a folder. */
  readonly unpack?: (archive: string, folder: string) => void;
}

/**
 * The pinned release's executable in the project's own folder, downloaded when it is not there.
 *
 * @throws Failure when it cannot be had or is not what was pinned; nothing is left behind
 */
export async function downloadedTerraform(download: Download = {}): Promise<string> {
  const platformName = download.platform ?? thisPlatform();
  const folder = join(download.folder ?? join(OWN, "terraform"), PINNED_VERSION);
  const executable = join(folder, "terraform");
  if (existsSync(executable)) return executable;
  const digest = (download.digests ?? PINNED_DIGESTS)[platformName];
  if (!digest) throw byHand(`no digest is pinned for ${platformName}`);
  const base = download.baseUrl ?? process.env["CLOVER_TERRAFORM_BASE_URL"] ?? RELEASES;
  const url = `${base}/${PINNED_VERSION}/terraform_${PINNED_VERSION}_${platformName}.zip`;
  const archive = await fetched(url, digest);
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    writeFileSync(join(partial, "terraform.zip"), archive);
    (download.unpack ?? unzip)(join(partial, "terraform.zip"), partial);
    chmodSync(join(partial, "terraform"), 0o755);
    rmSync(join(partial, "terraform.zip"));
    renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return executable;
}

async function fetched(url: string, digest: string): Promise<Buffer> {
  let archive: Buffer;
  try {
    const response = await fetch(url);
    if (!response.ok) throw byHand(`${url} answered ${response.status}`);
    archive = Buffer.from(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { cause, message } = error as Error;
    throw byHand(`${url} cannot be read (${cause instanceof Error ? cause.message : message})`);
  }
  const actual = createHash("sha256").update(archive).digest("hex");
  if (actual !== digest) throw byHand(`${url} has the SHA-256 ${actual}, not the pinned ${digest}; it was not used`);
  return archive;
}

/** Python is needed for the emulator anyway, and has unzip built in. */
function unzip(archive: string, folder: string): void {
  const { status, stderr } = spawnSync("python3", ["-m", "zipfile", "-e", archive, folder], { encoding: "utf8" });
  if (status !== 0) throw byHand(`the archive cannot be unpacked (${stderr || "no python3"})`);
}

function byHand(why: string): Failure {
  return new Failure(
    `Terraform ${PINNED_VERSION} could not be downloaded: ${why}. ` +
      `Install Terraform ${PINNED_VERSION} by hand so that \`terraform version\` answers, and run this again.`,
  );
}
