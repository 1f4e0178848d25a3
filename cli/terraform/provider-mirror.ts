import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { OWN } from "../project";
import { thisPlatform } from "./release";

/** The release that `@cdktf/provider-aws` is generated from. */
export const PROVIDER_VERSION = "5.100.0";
const PROVIDER = join("registry.terraform.io", "hashicorp", "aws", PROVIDER_VERSION);

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How Terraform gets its provider on this machine.
 *
 * A configuration of the user's own is left alone. Else a local mirror is used when there is one, and
 * when there is none Terraform downloads the provider once, into a cache of the project's.
 *
 * @param own folder for the configuration and the cache
 */
export function providerEnvironment(environment: Environment = process.env, own = OWN): Record<string, string> {
  const configured = environment["TF_CLI_CONFIG_FILE"];
  if (configured ? existsSync(configured) : existsSync(join(homedir(), ".terraformrc"))) return {};
  const mirror = findMirror(environment);
  if (!mirror) {
    const cache = join(own, "providers");
    mkdirSync(cache, { recursive: true });
    return { TF_PLUGIN_CACHE_DIR: cache, TF_CLI_CONFIG_FILE: writeConfiguration(own, "") };
  }
  return {
    TF_CLI_CONFIG_FILE: writeConfiguration(
      own,
      `provider_installation {\n  filesystem_mirror {\n    path    = ${JSON.stringify(mirror)}\n    include = ["registry.terraform.io/*/*"]\n  }\n}\n`,
    ),
    // `cdktf deploy` runs `terraform providers lock`, which ignores that configuration.
    TF_CLI_ARGS_providers_lock: `-fs-mirror=${mirror}`,
    // cdktf would have Terraform keep the provider once more in a cache of the user's.
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
  };
}

/** The first folder that holds the provider for this platform, unpacked as Terraform lays a mirror out. */
export function findMirror(environment: Environment = process.env): string | undefined {
  const named = environment["CLOVER_PROVIDER_MIRROR"];
  const candidates = named ? [named] : [...impliedMirrors(), ...foldersOf("/opt")];
  return candidates.find((folder) => existsSync(join(folder, PROVIDER, thisPlatform())));
}

/** Where Terraform itself looks without being told. @see https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories */
function impliedMirrors(): readonly string[] {
  return [
    join(homedir(), ".terraform.d", "plugins"),
    join(homedir(), ".local", "share", "terraform", "plugins"),
    join(homedir(), "Library", "Application Support", "io.terraform", "plugins"),
    "/usr/local/share/terraform/plugins",
    "/usr/share/terraform/plugins",
  ];
}

function foldersOf(parent: string): readonly string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .map((name) => join(parent, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
}

/** Where it stands already it is left alone: a Terraform that runs may be reading it. */
function writeConfiguration(own: string, text: string): string {
  mkdirSync(own, { recursive: true });
  const file = join(own, "terraform.rc");
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
  return file;
}
