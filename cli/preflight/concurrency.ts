import { GetAccountSettingsCommand } from "@aws-sdk/client-lambda";
import type { StackSource } from "../../policies/model/source";
import type { Clients } from "./clients";
import type { Seen } from "./seen";

/** Of an account's quota, for functions that reserve nothing. @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html */
const STAYS_UNRESERVED = 100;
/** Lambda's concurrent executions, in Service Quotas. @see https://docs.aws.amazon.com/general/latest/gr/lambda-service.html */
const QUOTA = "L-B99A9384";
const UNTOLD = "Lambda does not tell the account's concurrency";
const EXPRESSION = "what it reserves of Lambda's concurrency is an expression";

/** Whether Lambda has what the stack's functions reserve; nothing where none reserves any. */
export async function concurrencySeen({ lambda }: Clients, { blocks }: StackSource): Promise<readonly Seen[]> {
  const reserving = blocks
    .filter(({ type }) => type === "aws_lambda_function")
    .map(({ address, body }) => ({ address, number: Number(body["reserved_concurrent_executions"] ?? 0) }));
  const unread = reserving.filter(({ number }) => Number.isNaN(number));
  if (unread.length > 0)
    return unread.map(({ address }) => ({ address, outcome: "unknown", message: EXPRESSION, commands: [] }));
  const reserved = reserving.reduce((total, { number }) => total + Math.max(number, 0), 0);
  if (reserved === 0) return [];
  const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
  const { ConcurrentExecutions: quota, UnreservedConcurrentExecutions: unreserved } = AccountLimit ?? {};
  if (quota === undefined || unreserved === undefined)
    return [{ address: "stack", outcome: "unknown", message: UNTOLD, commands: [] }];
  const needed = quota - unreserved + reserved + STAYS_UNRESERVED;
  const says = `the account's concurrency is ${quota}, and the stack's functions reserve ${reserved}`;
  if (quota >= needed) return [{ address: "stack", outcome: "clear", message: says, commands: [] }];
  const message = `${says}: Lambda keeps ${STAYS_UNRESERVED} unreserved; ask Service Quotas for ${needed} or more of lambda ${QUOTA}`;
  return [{ address: "stack", outcome: "short", message, commands: [] }];
}
