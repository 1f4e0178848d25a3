import { rowsOf } from "../row";
import { auditRows } from "./audit";
import { dataRows } from "./data";
import { enclaveRows } from "./enclave";
import { keyRows } from "./keys";
import { networkRows } from "./network";
import { organizationRows } from "./organization";
import { roleRows } from "./roles";

/** Every request of the matrix with what must come of it, by what it is about. */
export const EXPECTATIONS = {
  "The account and its people": organizationRows,
  Roles: roleRows,
  "Audit logs": auditRows,
  "Users' data": dataRows,
  Keys: keyRows,
  Networks: networkRows,
  "The enclave's life and end": enclaveRows,
} as const;

export const ROWS = Object.values(EXPECTATIONS).flatMap(rowsOf);
