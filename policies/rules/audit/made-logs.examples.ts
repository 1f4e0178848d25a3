import type { Examples, Resources } from "../../examples";

const group = (name: string): Resources => ({ aws_cloudwatch_log_group: { own: { name } } });
const database = (enabled_cloudwatch_logs_exports: unknown): Resources => ({
  aws_db_instance: { users: { identifier: "users", enabled_cloudwatch_logs_exports } },
});
const writing = (logging_config?: object): Resources => ({
  aws_lambda_function: { work: { function_name: "work", logging_config } },
});

export const madeLogsExamples: Examples = {
  policy: "AUD-030",
  pass: {
    "a database's log has its group": { ...database(["postgresql"]), ...group("/aws/rds/instance/users/postgresql") },
    "a function's has the name that AWS gives it": { ...writing(), ...group("/aws/lambda/work") },
    "a function names another one": {
      ...writing({ log_group: "${aws_cloudwatch_log_group.own.name}" }),
      ...group("own"),
    },
  },
  fail: {
    "a database's log is made by the service": database(["postgresql"]),
    "one of two is": { ...database(["postgresql", "upgrade"]), ...group("/aws/rds/instance/users/postgresql") },
    "a cluster's is": { aws_eks_cluster: { main: { name: "main", enabled_cluster_log_types: ["audit"] } } },
    "a function's is": writing(),
    "a function names a group that is not in the output": writing({ log_group: "elsewhere" }),
    "a build's is": { aws_codebuild_project: { build: { name: "build" } } },
  },
  undecided: {
    "a variable says which logs a database writes": database("${var.logs}"),
    "a variable names the function": { aws_lambda_function: { work: { function_name: "${var.name}" } } },
    "a variable decides whether there is a group": {
      ...writing(),
      aws_cloudwatch_log_group: { own: { name: "/aws/lambda/work", count: "${var.logs}" } },
    },
  },
  notApplicable: {
    "a database writes no log": database([]),
    "a build writes none": {
      aws_codebuild_project: { build: { name: "build", logs_config: [{ cloudwatch_logs: [{ status: "DISABLED" }] }] } },
    },
  },
};
