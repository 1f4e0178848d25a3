import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import type { Estate } from "../../config/estate";
import { DRIFT_EVENT } from "../../config/names";
import { Failure } from "../failure";
import type { PlanRecord } from "./plan-record";
import { declaredPlace } from "./working-copy";

/** EventBridge takes 256 KB; a finding that names this many resources is clear enough. */
const MOST_ADDRESSES = 500;

/**
 * Tells the monitor that what is deployed is no longer what is declared: on the bus of the stack's account, from where
 * it is forwarded as every alert is. The monitor's own bus takes events from the forwarding roles alone.
 *
 * @throws Failure when the bus does not take it: a finding that nobody hears of is none
 */
export async function reportDrift(estate: Estate, { stack, digest, changes }: PlanRecord): Promise<void> {
  const resources = changes.map(({ address, actions }) => ({ address, actions })).slice(0, MOST_ADDRESSES);
  const detail = { estate: estate.name, stack, plan: digest, count: changes.length, resources };
  const entry = { Source: DRIFT_EVENT.source, DetailType: DRIFT_EVENT.detailType, Detail: JSON.stringify(detail) };
  const events = new EventBridgeClient({ region: declaredPlace(estate, stack).region });
  const { Entries } = await events.send(new PutEventsCommand({ Entries: [entry] })).catch((error: Error) => {
    throw untold(stack, error.message);
  });
  const refused = Entries?.find(({ ErrorCode }) => ErrorCode);
  if (refused || Entries?.length !== 1) throw untold(stack, refused?.ErrorMessage ?? "it answered nothing");
}

function untold(stack: string, why: string): Failure {
  return new Failure(`${stack} has drifted, and the event bus of its account did not take the finding: ${why}`);
}
