import { AccessAnalyzerClient } from "@aws-sdk/client-accessanalyzer";
import { ConfigServiceClient } from "@aws-sdk/client-config-service";
import { GuardDutyClient } from "@aws-sdk/client-guardduty";
import { IAMClient } from "@aws-sdk/client-iam";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { OrganizationsClient } from "@aws-sdk/client-organizations";

/** Whom preflight asks, and never tells: it sends nothing but what lists and describes. */
export interface Clients {
  readonly analyzer: AccessAnalyzerClient;
  readonly config: ConfigServiceClient;
  readonly guardDuty: GuardDutyClient;
  readonly iam: IAMClient;
  readonly lambda: LambdaClient;
  readonly organizations: OrganizationsClient;
}

/** With the credentials that AWS's SDK finds in the environment. */
export function clientsIn(region: string): Clients {
  return {
    analyzer: new AccessAnalyzerClient({ region }),
    config: new ConfigServiceClient({ region }),
    guardDuty: new GuardDutyClient({ region }),
    iam: new IAMClient({ region }),
    lambda: new LambdaClient({ region }),
    organizations: new OrganizationsClient({ region }),
  };
}
