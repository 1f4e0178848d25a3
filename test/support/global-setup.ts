import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installedEmulator } from "../../cli/local/python";
import { keepSynthsIn } from "./synths-of-this-run";

/** Once, before tests that run side by side would each do it. */
export default function setUp(): void {
  keepSynthsIn(mkdtempSync(join(tmpdir(), "clover-synths-")));
  if (process.env["CLOVER_DEPLOYMENT_TEST"]) installedEmulator(console.log);
}
