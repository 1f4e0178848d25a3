import type { Examples } from "../../examples";
import { DUBLIN, PEOPLE, PEOPLE_CONDITION } from "./example-people";
import { AUDITOR } from "./example-visit";
import { policyJson, trustJson } from "./example-trust";

const role = (assume_role_policy: string, name = "one") => ({ aws_iam_role: { one: { name, assume_role_policy } } });
const shown = trustJson({ AWS: AUDITOR }, { StringEquals: { "sts:ExternalId": "clover-local-audit" } });
const { StringEquals, DateLessThanEquals } = PEOPLE_CONDITION;
const people = (condition: unknown) => role(trustJson({ AWS: PEOPLE }, condition));

export const trustedPrincipalsExamples: Examples = {
  policy: "IDN-001",
  pass: {
    "people of the declared access are let in until its last day": people(PEOPLE_CONDITION),
    "it ends even earlier": people({ StringEquals, DateLessThan: { "aws:CurrentTime": "2027-01-01T00:00:00Z" } }),
    "an auditor shows the declared external id to the auditors' role": role(shown, "clover-local-dublin-auditor"),
    "an auditor shows it to the role that contains": role(shown, "clover-local-dublin-containment"),
    "roles of the same account are let in": role(trustJson({ AWS: `arn:aws:iam::${DUBLIN}:root` })),
    "the break-glass role comes with its second factor": role(
      trustJson(
        { AWS: "arn:aws:iam::100000000001:role/clover-break-glass" },
        { Bool: { "aws:MultiFactorAuthPresent": "true" } },
      ),
    ),
  },
  fail: {
    "anybody is let in": role(trustJson("*")),
    "anybody of the organization is": role(
      trustJson({ AWS: "*" }, { StringEquals: { "aws:PrincipalOrgID": "o-cloverlocal1" } }),
    ),
    "an account is that nobody declared": role(trustJson({ AWS: "666666666666" })),
    "all but one account are": role(
      policyJson({ Effect: "Allow", NotPrincipal: { AWS: "666666666666" }, Action: "sts:AssumeRole" }),
    ),
    "the country of work is not asked for": people({
      StringEquals: { ...StringEquals, "aws:PrincipalTag/country-of-work": ["IE", "US"] },
      DateLessThanEquals,
    }),
    "the second factor only counts where the tag is there": people({
      StringEqualsIfExists: StringEquals,
      DateLessThanEquals,
    }),
    "it has no end": people({ StringEquals }),
    "it ends too late": people({ StringEquals, DateLessThanEquals: { "aws:CurrentTime": "2027-07-01T00:00:00Z" } }),
    "an auditor need not show the external id": role(trustJson({ AWS: AUDITOR }), "clover-local-dublin-auditor"),
    "an auditor is let into a role that is none of the monitor's": role(shown),
    "an auditor is let into another site's role of that name": role(shown, "clover-local-norway-auditor"),
    "the break-glass role needs no second factor": role(
      trustJson({ AWS: "arn:aws:iam::100000000001:role/clover-break-glass" }),
    ),
  },
  undecided: {
    "whom it lets in comes from a variable": role(trustJson({ AWS: "${var.who}" })),
    "the document comes from a data source": role("${data.aws_iam_policy_document.trust.json}"),
    "the last day comes through a function": people({
      StringEquals,
      DateLessThanEquals: { "aws:CurrentTime": '${timeadd(plantimestamp(), "8760h")}' },
    }),
  },
};
