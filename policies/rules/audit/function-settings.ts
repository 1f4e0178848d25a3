import { auditSources, resourceName } from "../../../config/names";
import { MONITOR } from "../../../config/places";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { all, pass, type Verdict } from "../../verdict";
import { textMust } from "../text-must";
import { incidentFunction, trailAlertFunction } from "./monitor-permissions";
import { namesIn } from "./variable-names";

/** A day's records are not looked at in less. */
const LEAST_SECONDS = 60;
/** A signature is of the package alone: each of these brings code from elsewhere, or starts another. */
const OTHER_CODE = ["layers", "image_uri", "image_config", "file_system_config"];

/** Passes when a function of the monitor's runs what was signed, as it was built to, and can run at all. */
export function runsAsBuilt(lambda: Resource, context: Context): Verdict {
  const concurrency = lambda.value("reserved_concurrent_executions");
  return all(
    environment(lambda, expectedOf(lambda, context)),
    lambda.value("handler").mustBe("index.handler"),
    textMust(lambda.value("runtime"), "Node.js, for which it was bundled", (text) => /^nodejs\d+\.x$/.test(text)),
    ...OTHER_CODE.map((name) => lambda.value(name).mustBeAbsent("the signed package alone")),
    lambda.value("timeout").mustBeAtLeast(LEAST_SECONDS, "seconds"),
    // Without one, and with -1, nothing is reserved; with 0 it never runs.
    concurrency.isAbsent || concurrency.is(-1) === "yes"
      ? pass(concurrency.at)
      : concurrency.mustBeAtLeast(1, "at once"),
  );
}

/** Where it reads, keeps and tells, as the estate declares it. */
function expectedOf(lambda: Resource, context: Context): Readonly<Record<string, string>> {
  const { estate } = context;
  const { prefix } = estate.organization;
  const common = { ACCOUNT: estate.monitor.account, PREFIX: prefix };
  const stacks = auditSources(estate).map(({ stack }) => stack);
  const telling = { ...common, BUS: resourceName(prefix, MONITOR, "alerts"), STACKS: stacks.join(",") };
  const is = (name: string) => lambda.value("function_name").is(name) === "yes";
  if (is(incidentFunction(context))) return telling;
  return is(trailAlertFunction(context)) ? { ...telling, BREAK_GLASS: estate.organization.breakGlassRoleArn } : common;
}

/** Exactly these: others can make the runtime load other code, e.g. `NODE_OPTIONS`. */
function environment(lambda: Resource, expected: Readonly<Record<string, string>>): Verdict {
  const variables = lambda.value("environment[0].variables");
  const told = `${Object.keys(expected).join(", ")} and no other`;
  return all(
    namesIn(variables, told, (name) => Object.hasOwn(expected, name)),
    ...Object.entries(expected).map(([name, value]) => variables.value(name).mustBe(value)),
  );
}
