#!/usr/bin/env node
// The project runs from its TypeScript, without a build step.
import { createRequire } from "node:module";
import { register as registerRequire } from "tsx/cjs/api";
import { register as registerImport } from "tsx/esm/api";

// AWS's SDK announces when it will leave Node 20; that is for this project's changelog, not for its users.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
registerRequire();
// What is imported only when it is needed.
registerImport();
createRequire(import.meta.url)("./main.ts");
