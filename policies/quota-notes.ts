import type { Model } from "./model/model";

/** Unless AWS is asked for more. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const RULES_OF_A_BUS = 300;

/** Where more is declared than AWS takes unless it is asked: a deployment would stop half-way. */
export function quotaNotes(model: Model): readonly string[] {
  const counts = new Map<string, number>();
  for (const rule of model.resources("aws_cloudwatch_event_rule")) {
    const bus = rule.value("event_bus_name");
    const name = `${rule.stack}: ${bus.isAbsent ? "the default bus" : `the bus ${bus.legible}`}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > RULES_OF_A_BUS)
    .map(
      ([name, count]) =>
        `${name} has ${count} rules, and AWS takes ${RULES_OF_A_BUS} of a bus unless its quota is raised: have it raised first`,
    );
}
