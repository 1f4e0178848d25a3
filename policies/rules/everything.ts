import { parsePolicy } from "../access/document";

/** What a principal holds who is kept from nothing by its own policies, e.g. by AWS's `AdministratorAccess`. */
export const EVERYTHING = parsePolicy({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});
