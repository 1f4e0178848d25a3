import type { Resource } from "../policies/model/resource";
import type { Where } from "./entry";

export function whereIs({ stack, address, constructPath }: Resource): Where {
  return { stack, address, ...(constructPath === undefined ? {} : { constructPath }) };
}
