import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { Place } from "../../config/place";
import { Failure } from "../failure";

/** What a person is told: of credentials of another account, and where AWS does not answer. */
interface Told {
  readonly needed: string;
  readonly failed: string;
}

/**
 * Asks AWS with the credentials that its SDK finds in the environment.
 *
 * @param look what is asked, given the ARN of whoever asks
 * @throws Failure when the credentials are of another account, or AWS does not answer
 */
export async function asAccount<T>(
  { account, region }: Pick<Place, "account" | "region">,
  { needed, failed }: Told,
  look: (who: string) => Promise<T>,
): Promise<T> {
  try {
    const { Account, Arn } = await new STSClient({ region }).send(new GetCallerIdentityCommand({}));
    if (Account !== account) throw new Failure(`${needed}, and these credentials are of account ${Account}.`);
    return await look(Arn!);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { name, message } = error as Error;
    throw new Failure(`${failed}: ${name}: ${message || "no answer"}`);
  }
}
