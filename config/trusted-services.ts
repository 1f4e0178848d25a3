/**
 * Services that an organization may trust, each with what it does there. A trusted service acts in every account, in a
 * role of its own that no service control policy binds: what copies data, shares it, opens networks, deploys or deletes
 * is not among them, however useful it is.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_services_list.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
export const TRUSTWORTHY_SERVICES: Readonly<Record<string, string>> = {
  "access-analyzer.amazonaws.com": "reads policies, and tells what is open to others",
  "cloudtrail.amazonaws.com": "records the calls of every account in the organization's own trail",
  "config.amazonaws.com": "collects how resources are configured, and changes none",
  "guardduty.amazonaws.com": "looks for threats in what AWS records; scans of malware are another service's",
  "health.amazonaws.com": "collects AWS's notices to every account",
  "reporting.trustedadvisor.amazonaws.com": "collects the results of its checks",
  "servicequotas.amazonaws.com": "asks for the quotas of accounts that are new",
  "sso.amazonaws.com": "lets people in, in roles that every guardrail binds",
  "tagpolicies.tag.amazonaws.com": "reports which tags resources have",
};
