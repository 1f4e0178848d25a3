/** By itself what any generator must do at least: writes the JSON that lies in a folder again, formatted as cdktf does. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2]!;
const stacks = join(folder, "stacks");
for (const stack of readdirSync(stacks)) {
  const objects: unknown = JSON.parse(readFileSync(join(stacks, stack, "cdk.tf.json"), "utf8"));
  mkdirSync(join(folder, "plain", stack), { recursive: true });
  writeFileSync(join(folder, "plain", stack, "cdk.tf.json"), JSON.stringify(objects, null, 2));
}
process.stdout.write(String(process.resourceUsage().maxRSS));
