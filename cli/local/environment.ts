import { dirname, delimiter, isAbsolute } from "node:path";
import type { FoundTerraform } from "../terraform/find-terraform";
import { providerEnvironment } from "../terraform/provider-mirror";

/** An address at which nobody answers: whatever would leave this machine fails at once. */
const NOWHERE = "http://127.0.0.1:9";

/**
 * What sends an untouched production configuration to the emulator: settings of Terraform and of AWS's
 * own SDKs, none of the project's.
 */
export function localEnvironment(url: string, terraform: FoundTerraform): Record<string, string> {
  return {
    ...providerEnvironment(),
    ...(isAbsolute(terraform.executable)
      ? {
          TERRAFORM_BINARY_NAME: terraform.executable,
          PATH: `${dirname(terraform.executable)}${delimiter}${process.env["PATH"]}`,
        }
      : {}),
    AWS_ENDPOINT_URL: url,
    // Some services prefix the host's name with the account: a proxy needs no such name to exist.
    HTTP_PROXY: url,
    HTTPS_PROXY: NOWHERE,
    NO_PROXY: "",
    AWS_ACCESS_KEY_ID: "testing",
    AWS_SECRET_ACCESS_KEY: "testing",
    AWS_REGION: "eu-central-1",
    AWS_EC2_METADATA_DISABLED: "true",
    // Another estate may have been deployed from the same folder before; its state stays where it is.
    TF_CLI_ARGS_init: "-reconfigure",
    CHECKPOINT_DISABLE: "1",
    CI: "1",
  };
}

/** What must not be inherited: it would name other credentials, or another certificate authority. */
export const UNSET = [
  "AWS_PROFILE",
  "AWS_SESSION_TOKEN",
  "AWS_CA_BUNDLE",
  "http_proxy",
  "https_proxy",
  "no_proxy",
] as const;

/** This process's environment, pointed at the emulator. */
export function pointedAt(local: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, ...local };
  for (const name of UNSET) delete environment[name];
  return environment;
}
