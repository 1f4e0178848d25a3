import type { EachResource } from "../../policy";
import { namesIn } from "./variable-names";

/**
 * Variables by which a runtime, or what starts it, loads what is not in the package.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-modify.html
 * @see https://man7.org/linux/man-pages/man8/ld.so.8.html
 */
const LOADERS = [
  ...["AWS_LAMBDA_EXEC_WRAPPER", "LD_AUDIT", "LD_LIBRARY_PATH", "LD_PRELOAD"],
  ...["DOTNET_STARTUP_HOOKS", "JAVA_TOOL_OPTIONS", "NODE_OPTIONS", "NODE_PATH", "PYTHONPATH", "RUBYLIB", "RUBYOPT"],
];

export const functionLoaders: EachResource = {
  kind: "each",
  id: "AUD-026",
  title: "No function's environment makes it load other code than was signed",
  severity: "high",
  controls: ["H63"],
  rationale:
    "A signature covers a function's package and its layers, not its environment. One variable is enough for the runtime to load a text that stands in the variable itself, with all that the function may do.",
  remediation: "Take the variable away; what the function needs to load belongs into its package.",
  sources: [
    "https://docs.aws.amazon.com/lambda/latest/dg/runtimes-modify.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html",
  ],
  construct: "functions/signed-function",
  types: ["aws_lambda_function"],

  check(lambda) {
    const variables = lambda.value("environment[0].variables");
    return namesIn(variables, `none of ${LOADERS.join(", ")}`, (name) => !LOADERS.includes(name));
  },
};
