#!/usr/bin/env node
import { run } from "../run.mjs";

// AWS's SDK announces when it will leave Node 20; that is for this project's changelog, not for its users.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
run("cli/main.ts");
