/** A working folder of Terraform's, and one of its workspaces. */
const FOLDER = /^(\.terraform|terraform\.tfstate\.d)$/;
/** cdktf calls its plan `plan`. A state has backups and a lock beside it. */
const FILE = /^(plan|[^/]*\.tfplan|[^/]*\.tfstate(\.[^/]*)?)$/;

/**
 * Whether it is what Terraform and cdktf leave in a stack's folder beside what was synthesized: providers, state and
 * plans, which hold secrets. Nothing below a folder of the stack's own is: there they leave nothing.
 *
 * @param path below the stack's folder
 */
export function isLeftBehind(path: string, isFolder: boolean): boolean {
  return (isFolder ? FOLDER : FILE).test(path);
}
