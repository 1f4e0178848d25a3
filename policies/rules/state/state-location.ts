import { ENCLAVE, enclavePlace } from "../../../config/places";
import { stateLocation as declaredLocation, stateStack, type StateLocation } from "../../../config/names";
import { declaredPlaces, type Context } from "../../context";
import { isObject } from "../../model/data";
import { listOf } from "../../model/synth-source";
import type { Resource } from "../../model/resource";
import type { StackSource } from "../../model/source";
import type { WholeEstate } from "../../policy";
import { all, fail, notApplicable, pass, type Verdict } from "../../verdict";
import { settings } from "../settings";
import { nothingDiverted } from "../nothing-diverted";

const ADDRESS = "terraform.backend";

export const stateLocation: WholeEstate = {
  kind: "whole",
  id: "STA-005",
  title: "A stack's state is locked and encrypted in the bucket that the estate declares for it",
  severity: "high",
  controls: ["G54", "F49"],
  rationale:
    "The state tells everything about a segment and outlives the enclave: in the wrong account it is a copy of the keys to users' data.",
  remediation: "Declare 'state' in the estate and build the stack on LockedStack.",
  sources: ["https://developer.hashicorp.com/terraform/language/backend/s3"],
  construct: "region/locked-stack",

  check(context) {
    return context.model.sources.map((source) => located(source, context));
  },
};

function located(source: StackSource, context: Context): Verdict {
  const { stack, terraform } = source;
  const at = { stack, address: ADDRESS, jsonPath: "" };
  // A plan does not say where the state is.
  if (terraform === undefined) return notApplicable(at);
  const backends = listOf(terraform["backend"])
    .filter(isObject)
    .flatMap((each) => Object.entries(each));
  const [[name, body] = ["local", {}], ...others] = backends;
  if (others.length > 0 || "cloud" in terraform) return fail(at, "several backends, or a cloud", "one backend");
  const backend = settings(
    context.model,
    stack,
    ADDRESS,
    (listOf(body).find(isObject) ?? {}) as Record<string, unknown>,
  );
  const location = declaredLocation(context.estate, stack);
  if (location) return name === "s3" ? inBucket(backend, location, context) : fail(at, `the backend ${name}`, "s3");
  if (name !== "local") return fail(at, `the backend ${name}`, "a local file, as declared");
  return mayBeLocal(stack, context) ? pass(at) : fail(at, "a local file", "a stack whose state is declared");
}

/** The stacks that make the state buckets come before any bucket is there. */
function mayBeLocal(stack: string, { estate }: Context): boolean {
  const makesBucket = declaredPlaces(estate).some((place) => stateStack(place.stack) === stack);
  return estate.state.backend === "local" || makesBucket;
}

function inBucket(backend: Resource, { bucket, keyArn, place, roleArn }: StateLocation, { estate }: Context): Verdict {
  const isAbroad = backend.stack === ENCLAVE && place.country === enclavePlace(estate).country;
  const at = backend.value("region").at;
  return all(
    backend.value("bucket").mustBe(bucket),
    backend.value("key").mustBe(`${backend.stack}.tfstate`),
    backend.value("region").mustBe(place.region),
    backend.value("encrypt").mustBe(true),
    backend.value("kms_key_id").mustBe(keyArn),
    backend.value("use_lockfile").mustBe(true),
    backend.value("assume_role[0].role_arn").mustBe(roleArn),
    isAbroad ? fail(at, place.country, "a state that outlives the enclave, outside its country") : pass(at),
    ...nothingDiverted(backend),
  );
}
