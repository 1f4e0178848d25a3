import type { Estate } from "../../../config/estate";
import { drainPath } from "../../../config/names";
import type { Permitted } from "../denial-of";

/** What the role that drains the enclave does, of whatever is asked about. */
export function byOperator(estate: Estate): Permitted {
  return { Principal: "*", Condition: { ArnEquals: { "aws:PrincipalArn": drainPath(estate).operatorRoleArn } } };
}
