import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import type { Estate } from "../../config/estate";
import { auditSinks, DRIFT_EVENT } from "../../config/names";
import { Failure } from "../failure";
import type { PlanRecord } from "./plan-record";

/** EventBridge takes 256 KB; a finding that names this many resources is clear enough. */
const MOST_ADDRESSES = 500;

/**
 * Tells the monitor's bus that what is deployed is no longer what is declared.
 *
 * @throws Failure when the bus does not take it: a finding that nobody hears of is none
 */
export async function reportDrift(estate: Estate, { stack, digest, changes }: PlanRecord): Promise<void> {
  const { alertBusArn, place } = auditSinks(estate, stack);
  const resources = changes.map(({ address, actions }) => ({ address, actions }));
  const detail = { estate: estate.name, stack, plan: digest, count: resources.length, resources: resources.slice(0, MOST_ADDRESSES) }; // prettier-ignore
  const entry = {
    EventBusName: alertBusArn,
    Source: DRIFT_EVENT.source,
    DetailType: DRIFT_EVENT.detailType,
    Detail: JSON.stringify(detail),
  };
  const events = new EventBridgeClient({ region: place.region });
  const { Entries } = await events.send(new PutEventsCommand({ Entries: [entry] })).catch((error: Error) => {
    throw untold(stack, error.message);
  });
  const refused = Entries?.find(({ ErrorCode }) => ErrorCode);
  if (refused || Entries?.length !== 1) throw untold(stack, refused?.ErrorMessage ?? "it answered nothing");
}

function untold(stack: string, why: string): Failure {
  return new Failure(`${stack} has drifted, and the monitor's bus did not take the finding: ${why}`);
}
