/** Of the estate `local`, for examples: Dublin's account, and the people of its declared access. */
export const DUBLIN = "200000000002";
export const PEOPLE = "arn:aws:iam::100000000001:role/clover-people";
export const PEOPLE_CONDITION = {
  StringEquals: {
    "aws:PrincipalTag/country-of-work": "IE",
    "aws:PrincipalTag/multi-factor": "true",
    "aws:PrincipalTag/role": "support-engineer",
  },
  DateLessThanEquals: { "aws:CurrentTime": "2027-06-30T23:59:59Z" },
};
