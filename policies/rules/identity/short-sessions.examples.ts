import type { Examples } from "../../examples";
import { accessRole, serviceRole } from "./example-access";

export const shortSessionsExamples: Examples = {
  policy: "IDN-006",
  pass: {
    "its sessions end within the hour": accessRole({ max_session_duration: 3600 }),
    "nothing is said, which is an hour": accessRole(),
  },
  fail: { "its sessions last half a day": accessRole({ max_session_duration: 43_200 }) },
  undecided: { "a variable says how long": accessRole({ max_session_duration: "${var.seconds}" }) },
  notApplicable: {
    "no people may assume the role": serviceRole("events.amazonaws.com", { max_session_duration: 43_200 }),
  },
};
