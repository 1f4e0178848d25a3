import { evidenceDigest, type DrainEvidence } from "../../../config/drain-evidence";
import type { Examples } from "../../examples";

const NOTHING = `sha256:${"0".repeat(64)}`;
const objects = { versions: 3, bytes: 30, digest: NOTHING };
const items = { count: 2, digest: NOTHING };
const complete: Omit<DrainEvidence, "digest"> = {
  format: "clover-drain-2",
  estate: "local",
  sunset: "2027-09-30",
  comparedOn: "2026-11-24",
  source: {
    account: "500000000005",
    region: "us-east-1",
    bucket: "clover-local-enclave-user-data-500000000005",
    table: "clover-local-enclave-user-data",
  },
  target: {
    site: "dublin",
    account: "200000000002",
    region: "eu-west-1",
    bucket: "clover-local-dublin-user-data-200000000002",
    table: "clover-local-dublin-user-data",
  },
  objects: { held: 3, source: objects, target: objects, newerAtHome: 0, erasedAtHome: 0 },
  items: { held: 4, source: items, target: items, newerAtHome: 1, erasedAtHome: 1 },
  deletions: { objects: { inSource: 0, currentInTarget: 0 }, items: { inSource: 1, currentInTarget: 0 } },
};

const recorded = (value: unknown) => ({ output: { "enclave-phase": { value } } });

const retired = (differs: Partial<DrainEvidence> = {}) => {
  const rest = { ...complete, ...differs };
  return {
    stacks: { enclave: recorded("retired") },
    enclave: { phase: "retired" as const, drained: { ...rest, digest: differs.digest ?? evidenceDigest(rest) } },
  };
};

export const drainProvenExamples: Examples = {
  policy: "ENV-009",
  pass: {
    "everything is home": retired(),
    "the enclave is not retired": { stacks: { enclave: recorded("serving") } },
  },
  fail: {
    "nothing proves it": { stacks: { enclave: recorded("retired") }, enclave: { phase: "retired" } },
    "no phase is recorded": { stacks: { enclave: {} } },
    "another phase is recorded": { stacks: { enclave: recorded("draining") } },
    "an object is missing at home": retired({
      objects: { ...complete.objects, target: { ...objects, versions: 2 } },
    }),
    "an item is missing at home": retired({ items: { ...complete.items, target: { ...items, count: 1 } } }),
    "an item is another one at home": retired({
      items: { ...complete.items, target: { ...items, digest: `sha256:${"1".repeat(64)}` } },
    }),
    "an object is not accounted for": retired({ objects: { ...complete.objects, held: 4 } }),
    "an item is not accounted for": retired({ items: { ...complete.items, erasedAtHome: 0 } }),
    "it is of another bucket": retired({ source: { ...complete.source, bucket: "other" } }),
    "it is of another site": retired({ target: { ...complete.target, site: "norway" } }),
    "it is of another sunset": retired({ sunset: "2028-09-30" }),
    "it is of a day that has not come": retired({ comparedOn: "2026-11-25" }),
    "somebody changed it": retired({ digest: NOTHING }),
  },
  undecided: { "a variable is the phase": { stacks: { enclave: recorded("${var.phase}") } } },
  notApplicable: { "the enclave is not judged": {} },
};
