import { hasPassed } from "../calendar";
import type { Draft } from "../draft";
import type { Problem } from "../problem";
import { expired } from "./monitor";

/** The enclave ends: on a literal day, into an active site, on a lawful ground until then. */
export function* enclaveHolds({ enclave, sites, flows, incomplete }: Draft, today: string): Generator<Problem> {
  if (!enclave) return;
  const alive = enclave.phase !== "retired";
  if (alive && hasPassed(enclave.sunset, today)) {
    yield {
      code: "estate.sunset-passed",
      path: ["enclave", "sunset"],
      value: enclave.sunset,
      rule: `not have passed on ${today} while the phase is ${enclave.phase}`,
      fix: "drain the enclave and retire it",
    };
  }
  if (alive && hasPassed(enclave.transferBasis.expires, today)) {
    yield expired(
      "estate.expired-transfer-basis",
      ["enclave", "transferBasis", "expires"],
      enclave.transferBasis.expires,
      today,
    );
  }
  const target = sites.find(({ value }) => value.id === enclave.drainTarget);
  const mayBeMalformed = target === undefined && incomplete.has("sites");
  if (target?.value.status !== "active" && !mayBeMalformed) {
    yield {
      code: "estate.drain-target-not-active",
      path: ["enclave", "drainTarget"],
      value: enclave.drainTarget,
      rule: "be the id of an active site",
      fix: `the active sites are ${activeIds(sites).join(", ") || "none"}`,
    };
  }
  const drains = flows.some(
    ({ value }) => value.from === "enclave" && value.to === enclave.drainTarget && value.mechanism === "s3-replication",
  );
  if (alive && !drains && !incomplete.has("flows")) {
    yield {
      code: "estate.drain-not-declared",
      path: ["enclave", "drainTarget"],
      value: enclave.drainTarget,
      rule: "be reached by a declared flow from the enclave",
      fix: `declare a flow from enclave to ${enclave.drainTarget} by s3-replication`,
    };
  }
}

const activeIds = (sites: Draft["sites"]) =>
  sites.filter(({ value }) => value.status === "active").map(({ value }) => value.id);
