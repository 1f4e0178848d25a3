import type { Estate } from "../../config/estate";
import { alertBusArn } from "../../config/names";
import type { Statement } from "../iam/policy-document";

/** Lets a function of the monitor's put events onto its bus, under one source and in no other name. */
export function tellingAs(source: string, estate: Estate): Statement {
  return {
    Sid: "Tell",
    Effect: "Allow",
    Action: "events:PutEvents",
    Resource: alertBusArn(estate),
    // A call has many events, each with its source.
    Condition: {
      "ForAllValues:StringEquals": { "events:source": source },
      Null: { "events:source": "false" },
    },
  };
}
