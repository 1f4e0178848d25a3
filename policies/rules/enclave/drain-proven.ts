import { evidenceDigest, type DrainEvidence } from "../../../config/drain-evidence";
import { bucketName, PHASE_OUTPUT, resourceName } from "../../../config/names";
import { ENCLAVE, enclavePlace, sitePlaces, type StackPlace } from "../../../config/places";
import type { Context } from "../../context";
import type { WholeEstate } from "../../policy";
import { all, fail, pass, type Verdict } from "../../verdict";
import { stackAt } from "../in-account";
import { settings } from "../settings";
import { ofEnclave } from "./of-enclave";

const AT = stackAt(ENCLAVE);

export const drainProven: WholeEstate = {
  kind: "whole",
  id: "ENV-009",
  title:
    "The enclave's phase is recorded, and it is retired on the evidence that its data has come home into its drain target",
  severity: "critical",
  controls: ["F46", "F49"],
  rationale:
    "Retiring destroys the only copy of whatever did not come home. What proves that everything did has to be there first, and has to outlive the enclave.",
  remediation:
    "Declare the enclave draining, drain it, take `clover enclave status --evidence`, and keep the file beside the estate.",
  sources: ["https://eur-lex.europa.eu/eli/reg/2016/679/oj"],
  construct: "enclave/enclave-store",

  check(context) {
    return ofEnclave(context, () => [recorded(context), ...onEvidence(context)]);
  },
};

/** What the state remembers is what a later plan is compared with. */
function recorded({ model, estate }: Context): Verdict {
  const outputs = model.sources.find(({ stack }) => stack === ENCLAVE)!.outputs;
  const value = outputs[PHASE_OUTPUT]?.value;
  const output = settings(model, ENCLAVE, `output.${PHASE_OUTPUT}`, { value });
  return output.value("value").mustBe(estate.enclave.phase);
}

function onEvidence(context: Context): readonly Verdict[] {
  const { phase, drained } = context.estate.enclave;
  if (phase !== "retired") return [];
  if (!drained) return [fail(AT, "no evidence of its drain", "evidence of a complete drain")];
  return [proven(drained, context)];
}

function proven(drained: DrainEvidence, { estate, today }: Context): Verdict {
  const { enclave } = estate;
  const target = sitePlaces(estate).find(({ stack }) => stack === enclave.drainTarget);
  const must = (what: string, actual: unknown, expected: unknown) =>
    actual === expected ? pass(AT) : fail(AT, `evidence whose ${what} is ${textOf(actual)}`, textOf(expected));
  const store = (side: "source" | "target", place: StackPlace | undefined) => {
    const name = resourceName(estate.organization.prefix, place?.stack ?? "", "user-data");
    const bucket = bucketName(estate.organization.prefix, place?.stack ?? "", "user-data", place?.account ?? "");
    const { account, region, ...stores } = drained[side];
    return [
      must(`${side} account`, account, place?.account),
      must(`${side} region`, region, place?.region),
      must(`${side} bucket`, stores.bucket, bucket),
      must(`${side} table`, stores.table, name),
    ];
  };
  const { objects, items } = drained;
  return all(
    must("digest", drained.digest, evidenceDigest(drained)),
    must("sunset", drained.sunset, enclave.sunset),
    must("target site", drained.target.site, enclave.drainTarget),
    ...store("source", enclavePlace(estate)),
    ...store("target", target),
    must("number of versions at home", objects.target.versions, objects.source.versions),
    must("number of bytes at home", objects.target.bytes, objects.source.bytes),
    must("digest of objects at home", objects.target.digest, objects.source.digest),
    must("number of items at home", items.target.count, items.source.count),
    must("digest of items at home", items.target.digest, items.source.digest),
    must("number of versions held", objects.held, accounted(objects, objects.target.versions)),
    must("number of items held", items.held, accounted(items, items.target.count)),
    drained.comparedOn <= today ? pass(AT) : fail(AT, `evidence of ${drained.comparedOn}`, `${today} or before`),
  );
}

/** What is the same at home, and what came home and was changed or erased there since. */
function accounted({ newerAtHome, erasedAtHome }: DrainEvidence["items" | "objects"], same: number): number {
  return same + newerAtHome + erasedAtHome;
}

const textOf = (value: unknown) => (value === undefined ? "nothing" : String(value));
