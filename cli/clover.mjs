#!/usr/bin/env node
// The project runs from its TypeScript, without a build step.
import { createRequire } from "node:module";
import { register } from "tsx/cjs/api";

register();
createRequire(import.meta.url)("./main.ts");
