import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { findTerraform } from "../../cli/terraform/find-terraform";
import { providerEnvironment } from "../../cli/terraform/provider-mirror";

const run = promisify(execFile);

export interface Outcome {
  readonly status: number;
  readonly output: string;
}

/** Real Terraform with the real provider, initialised once for any number of stacks. */
export class Terraform {
  private constructor(
    private readonly executable: string,
    private readonly folder: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** @param stack any stack's Terraform JSON: all need the same provider */
  static async initialised(stack: string): Promise<Terraform> {
    const { executable } = await findTerraform();
    const folder = mkdtempSync(join(tmpdir(), "clover-terraform-"));
    const environment = { ...process.env, ...providerEnvironment(), CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" };
    const terraform = new Terraform(executable, folder, environment);
    writeFileSync(join(folder, "cdk.tf.json"), stack);
    const { status, output } = await terraform.command(folder, "init", "-backend=false", "-input=false", "-no-color");
    if (status !== 0) throw new Error(`terraform init failed: ${output}`);
    return terraform;
  }

  /** Runs a command on a stack, in a folder of its own. */
  async on(stack: string, ...args: readonly string[]): Promise<Outcome> {
    const folder = mkdtempSync(join(this.folder, "stack-"));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "cdk.tf.json"), stack);
    cpSync(join(this.folder, ".terraform.lock.hcl"), join(folder, ".terraform.lock.hcl"));
    symlinkSync(join(this.folder, ".terraform"), join(folder, ".terraform"));
    return this.command(folder, ...args);
  }

  private async command(folder: string, ...args: readonly string[]): Promise<Outcome> {
    try {
      const { stdout } = await run(this.executable, args, { cwd: folder, env: this.environment, maxBuffer: 2 ** 28 });
      return { status: 0, output: stdout };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { status: code, output: `${stdout}${stderr}` };
    }
  }
}

type Json = Record<string, any>;

/**
 * A stack as it can be planned without AWS: no credentials, no account to compare with, nothing to
 * import and no remote state. Every resource stays, so the provider judges each as it would on AWS.
 */
export function offline(stack: string): string {
  const { import: _imports, ...json } = JSON.parse(stack) as Json;
  const { assume_role: _role, allowed_account_ids: _accounts, ...provider } = json["provider"].aws[0];
  const { backend: _backend, ...terraform } = json["terraform"];
  const alone = {
    ...provider,
    access_key: "none",
    secret_key: "none",
    skip_credentials_validation: true,
    skip_metadata_api_check: "true",
    skip_region_validation: true,
    skip_requesting_account_id: true,
  };
  return JSON.stringify({ ...json, terraform, provider: { aws: [alone] } });
}
