import type { Permitted } from "./denial-of";

/** AWS services, as far as they say that they act for one of some accounts: by its id or by a resource's ARN in it. */
export function actingFor(accounts: readonly string[]): readonly Permitted[] {
  const isService = { Bool: { "aws:PrincipalIsAWSService": "true" } };
  return [
    { Principal: "*", Condition: { ...isService, StringEquals: { "aws:SourceAccount": accounts } } },
    {
      Principal: "*",
      Condition: { ...isService, ArnLike: { "aws:SourceArn": accounts.map((account) => `arn:*:*:*:${account}:*`) } },
    },
  ];
}
