import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ownPackage from "../../package.json";
import { ROOT } from "../project";
import { PROVIDER_VERSION } from "../terraform/provider-mirror";
import { PINNED_VERSION } from "../terraform/release";
import { sha256 } from "../../config/digest";
import type { Descriptor } from "./statement";

/** Versions of what synthesized and judged; the lock file, which is named by its digest, has every other. */
export function toolVersions(): Readonly<Record<string, string>> {
  const { version, dependencies } = ownPackage;
  return {
    clover: version,
    node: process.versions.node,
    terraform: PINNED_VERSION,
    "hashicorp/aws": PROVIDER_VERSION,
    ...Object.fromEntries(
      (["cdktf", "@cdktf/provider-aws", "constructs"] as const).map((name) => [name, dependencies[name]]),
    ),
  };
}

/** The code that synthesized and judged: its lock file, and its commit where it is exactly one. */
export function sourceDescriptors(): readonly Descriptor[] {
  const lock = { name: "package-lock.json", digest: { sha256: sha256(readFileSync(join(ROOT, "package-lock.json"))) } };
  const commit = git("rev-parse", "HEAD");
  const isClean = git("status", "--porcelain") === "";
  return commit && isClean ? [lock, { name: "source", digest: { gitCommit: commit } }] : [lock];
}

function git(...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync("git", ["-C", ROOT, ...args], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}
