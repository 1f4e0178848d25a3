import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findMirror, PROVIDER_VERSION, providerEnvironment } from "../../cli/terraform/provider-mirror";
import { thisPlatform } from "../../cli/terraform/release";

function mirror(version = PROVIDER_VERSION): string {
  const folder = mkdtempSync(join(tmpdir(), "clover-mirror-"));
  mkdirSync(join(folder, "registry.terraform.io/hashicorp/aws", version, thisPlatform()), { recursive: true });
  return folder;
}

/** In a folder of the test's own: the project's may be in use. */
const provided = (environment: Parameters<typeof providerEnvironment>[0]) =>
  providerEnvironment(environment, mkdtempSync(join(tmpdir(), "clover-own-")));

describe("the provider", () => {
  it("comes from the mirror that is named, for `init` and for `providers lock`", () => {
    const folder = mirror();
    const environment = provided({ CLOVER_PROVIDER_MIRROR: folder });
    expect(environment["TF_CLI_ARGS_providers_lock"]).toBe(`-fs-mirror=${folder}`);
    expect(readFileSync(environment["TF_CLI_CONFIG_FILE"]!, "utf8")).toContain(`path    = "${folder}"`);
  });

  it("is kept in no cache where there is a mirror: stacks that are deployed at once would install into it at once", () => {
    const environment = provided({ CLOVER_PROVIDER_MIRROR: mirror() });
    expect(environment["CDKTF_DISABLE_PLUGIN_CACHE_ENV"]).toBe("1");
    expect(environment).not.toHaveProperty("TF_PLUGIN_CACHE_DIR");
  });

  it("is configured once: a Terraform that runs may be reading what is written", () => {
    const own = mkdtempSync(join(tmpdir(), "clover-own-"));
    const named = mirror();
    const written = () => statSync(providerEnvironment({ CLOVER_PROVIDER_MIRROR: named }, own)["TF_CLI_CONFIG_FILE"]!);
    const { mtimeMs, ino } = written();
    expect(written()).toMatchObject({ mtimeMs, ino });
  });

  it("comes from no mirror that lacks its version", () => {
    expect(findMirror({ CLOVER_PROVIDER_MIRROR: mirror("5.99.0") })).toBeUndefined();
  });

  it("is downloaded once, into a cache, when there is no mirror", () => {
    const environment = provided({ CLOVER_PROVIDER_MIRROR: mirror("5.99.0") });
    expect(environment["TF_PLUGIN_CACHE_DIR"]).toMatch(/clover-own-\w+\/providers$/);
    expect(environment).not.toHaveProperty("TF_CLI_ARGS_providers_lock");
  });

  it("is left to a configuration of the user's own", () => {
    const file = join(mkdtempSync(join(tmpdir(), "clover-rc-")), "terraform.rc");
    writeFileSync(file, "");
    expect(provided({ TF_CLI_CONFIG_FILE: file, CLOVER_PROVIDER_MIRROR: mirror() })).toEqual({});
  });

  it("is not left to a configuration that does not exist", () => {
    const environment = provided({
      TF_CLI_CONFIG_FILE: "/nowhere/terraform.rc",
      CLOVER_PROVIDER_MIRROR: mirror(),
    });
    expect(environment["TF_CLI_CONFIG_FILE"]).toMatch(/clover-own-\w+\/terraform\.rc$/);
  });
});
