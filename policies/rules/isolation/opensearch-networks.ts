import type { Answer } from "../../answer";
import { hasHole } from "../../model/symbolic";
import type { Resource } from "../../model/resource";
import { pass, type Verdict } from "../../verdict";

/** Whether a network policy of OpenSearch Serverless keeps its collections off the internet. */
export function opensearchNetworksClosed(policy: Resource): Verdict {
  if (policy.value("type").is("encryption") === "yes") return pass(policy.root.at);
  return policy.value("policy").mustSatisfy("no rule that allows access from public", ({ text = "" }): Answer => {
    if (hasHole(text)) return "unknown";
    const rules = rulesIn(text);
    return rules !== undefined && rules.every((rule) => rule["AllowFromPublic"] === false) ? "yes" : "no";
  });
}

function rulesIn(text: string): readonly Readonly<Record<string, unknown>>[] | undefined {
  try {
    const rules: unknown = JSON.parse(text);
    return Array.isArray(rules) ? rules : undefined;
  } catch {
    // What cannot be read keeps nothing off: it is told as it stands.
    return undefined;
  }
}
