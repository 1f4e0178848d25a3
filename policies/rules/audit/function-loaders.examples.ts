import type { Examples } from "../../examples";

const lambda = (variables?: unknown) => ({
  aws_lambda_function: { report: { function_name: "report", environment: { variables } } },
});

export const functionLoadersExamples: Examples = {
  policy: "AUD-026",
  pass: {
    "it has no environment": { aws_lambda_function: { report: { function_name: "report" } } },
    "its variables are its own": lambda({ STAGE: "production", OPTIONS: "--import" }),
  },
  fail: {
    "Node.js loads a module first": lambda({ NODE_OPTIONS: "--import=data:text/javascript,fetch()" }),
    "another program starts the runtime": lambda({ STAGE: "production", AWS_LAMBDA_EXEC_WRAPPER: "/opt/wrapper" }),
    "a library is loaded first": lambda({ LD_PRELOAD: "/tmp/library.so" }),
    "modules come from elsewhere": lambda({ PYTHONPATH: "/mnt/shared" }),
  },
  undecided: {
    "the variables come from a variable": lambda("${var.variables}"),
    "a name comes from a variable": lambda({ "${var.name}": "--import" }),
  },
};
