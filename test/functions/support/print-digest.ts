import { join } from "node:path";
import { ROOT } from "../../../config/root";
import { bundleFunction } from "../../../functions/bundle-function";

/** Says what the fixture's bundle is, for a test that runs this elsewhere. */
console.log(bundleFunction("echo", join(ROOT, "test/functions/fixtures")).sha256);
