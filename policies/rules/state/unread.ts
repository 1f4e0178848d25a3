import type { Unread } from "../../model/source";

/** @see https://developer.hashicorp.com/terraform/language/resources/provisioners/syntax */
export function runsCommands({ address, jsonPath }: Unread): boolean {
  return (
    ["provisioner", "connection"].includes(jsonPath) ||
    /(^|\.)data\.(external|aws_lambda_invocation)(\.|$)/.test(address)
  );
}

/** @see https://developer.hashicorp.com/terraform/language/state/remote-state-data */
export function readsState({ address }: Unread): boolean {
  return /(^|\.)data\.terraform_remote_state(\.|$)/.test(address);
}
