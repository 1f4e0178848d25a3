import type { Data } from "../../model/data";
import type { Resource } from "../../model/resource";
import { Value } from "../../model/value";
import { valuesAt } from "../../model/values-at";
import type { EachResource } from "../../policy";
import { all, fail, notApplicable, pass, type Verdict } from "../../verdict";
import { AUDIT_LOGS } from "./audit-logs";
import { declaredSinks, type Declared } from "./declared-sinks";
import type { LogDestination } from "./log-destination";
import { ownSink } from "./own-sink";
import { WORKLOAD_LOGS } from "./workload-logs";

export const sinkPin: EachResource = {
  kind: "each",
  id: "AUD-009",
  title: "Every log goes to the sink that the estate declares for its stack, or stays in the stack as a workload's own",
  severity: "critical",
  controls: ["D34", "H57", "H64"],
  rationale:
    "Logs tell who a person is and what they did. A second copy elsewhere is data that left, and a record that goes to another bucket is one that the monitor does not have.",
  remediation:
    "Deliver to what auditSinks computes for the stack, under the stack's prefix where the service takes one; keep no other copy.",
  sources: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html"],
  construct: "audit/audit-archive",
  types: [...Object.keys(AUDIT_LOGS), ...Object.keys(WORKLOAD_LOGS)],

  check(resource, context) {
    const audited = AUDIT_LOGS[resource.type];
    const [first, ...others] = (audited ?? WORKLOAD_LOGS[resource.type]!).flatMap((destination) =>
      blocksOf(resource, destination.block).flatMap((read) =>
        destinationsIn(read, destination).map((sink) =>
          judge(sink, read, destination, declaredSinks(context, resource.stack)),
        ),
      ),
    );
    return first ? all(first, ...others) : notApplicable(resource.root.at);
  },
};

type Read = (attribute: string) => Value;

/** The blocks that an attribute stands in, each as a way to read it. */
function blocksOf(resource: Resource, block: string): readonly Read[] {
  if (block === "") return [(attribute) => resource.value(attribute)];
  const [outer, ...inner] = block.split(".") as [string, ...string[]];
  return valuesAt(resource.value(outer), inner.join("."))
    .flatMap((value) => value.items())
    .map((value) => (attribute) => value.value(attribute));
}

/** What is named there; a destination that is empty switches delivery off. */
function destinationsIn(read: Read, { name, named: { kind } }: LogDestination): readonly Value[] {
  const values = read(name).items();
  return (kind === "subscription" ? values.map(destinationIn) : values).filter(
    (value) => value.text !== "" && !value.isAbsent,
  );
}

function judge(sink: Value, read: Read, { named: what }: LogDestination, declared: Declared | undefined): Verdict {
  const { resource } = sink;
  const audited = Object.hasOwn(AUDIT_LOGS, resource.type);
  const own = audited ? "no" : ownSink(sink);
  if (own === "yes") return pass(sink.at);
  const expected = `the declared archive${audited ? "" : ", or a resource of the same stack"}`;
  if (!declared) return own === "no" ? fail(sink.at, sink.legible, expected) : sink.mustSatisfy(expected, () => own);
  const { sinks, source, prefixedArns } = declared;
  if (own === "unknown" || what.kind === "other") return sink.mustSatisfy(expected, () => own);
  if (what.kind === "bucketArn") return sink.mustBe(sinks.archiveBucketArn);
  if (what.kind !== "bucket") return sink.mustBe(...prefixedArns);
  const isConfig = resource.type === "aws_config_delivery_channel";
  return all(
    sink.mustBe(isConfig ? sinks.intakeBucket : sinks.archiveBucket),
    read(what.prefix).mustBe(source.stack, `${source.stack}/`),
  );
}

/** The destination in the document of an account's subscription. */
function destinationIn(document: Value): Value {
  const parsed = ((): Data => {
    try {
      return JSON.parse(document.text ?? "") as Data;
    } catch {
      return document.data ?? null;
    }
  })();
  if (typeof parsed === "string") return new Value(document.resource, document.jsonPath, parsed);
  return new Value(document.resource, document.jsonPath, parsed).value("DestinationArn");
}
