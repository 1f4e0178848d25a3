import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
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

export interface PlanOutcome extends Outcome {
  /** Of the folder that holds the configuration, and where there is a plan, that as `plan.json` beside it. */
  readonly folder: string;
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
    return this.command(this.folderOf(stack), ...args);
  }

  /**
   * Plans a stack, and writes the plan as JSON beside its configuration.
   *
   * @param state what is taken to be deployed, as a state file has it; nothing by default
   */
  async plan(stack: string, state?: string): Promise<PlanOutcome> {
    const folder = this.folderOf(stack);
    if (state !== undefined) writeFileSync(join(folder, "terraform.tfstate"), state);
    const given = ["-input=false", "-lock=false", "-no-color", ...(state === undefined ? [] : ["-refresh=false"])];
    const planned = await this.command(folder, "plan", ...given, "-out=tfplan");
    if (planned.status !== 0) return { ...planned, folder };
    const shown = await this.command(folder, "show", "-json", "tfplan");
    if (shown.status !== 0) return { ...shown, folder };
    writeFileSync(join(folder, "plan.json"), shown.output);
    return { ...planned, folder };
  }

  private folderOf(stack: string): string {
    const folder = mkdtempSync(join(this.folder, "stack-"));
    writeFileSync(join(folder, "cdk.tf.json"), stack);
    cpSync(join(this.folder, ".terraform.lock.hcl"), join(folder, ".terraform.lock.hcl"));
    symlinkSync(join(this.folder, ".terraform"), join(folder, ".terraform"));
    return folder;
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

/** A plan of the offline stack as one of the stack itself: its provider's account, role and region, and what it takes over. */
export function online(plan: string, stack: string): string {
  const [json, { provider, import: imports = [] }] = [JSON.parse(plan) as Json, JSON.parse(stack) as Json];
  json["configuration"].provider_config.aws.expressions = expressionsOf(provider.aws[0]);
  for (const { to, id } of imports) {
    json["resource_changes"].find(({ address }: Json) => address === to).change.importing = { id };
  }
  return JSON.stringify(json);
}

/** A block's arguments as a plan has them. @see https://developer.hashicorp.com/terraform/internals/json-format#expression-representation */
function expressionsOf(block: Json): Json {
  const isBlocks = (value: unknown): value is Json[] =>
    Array.isArray(value) && value.every((each) => typeof each === "object");
  return Object.fromEntries(
    Object.entries(block).map(([name, value]) => [
      name,
      isBlocks(value) ? value.map(expressionsOf) : { constant_value: value },
    ]),
  );
}
