import type { Hop } from "../../../policies/hop";
import { counted, markup, type Markup } from "./markup";

/** The path from where data is to where it goes, with what opens each step. */
export function witness(hops: readonly Hop[]): Markup {
  const [first] = hops;
  const steps = hops.map(
    ({ to, mechanism, stack, address, jsonPath }) =>
      markup`<li><span class="mechanism">${mechanism}</span><code>${stack}/${address}${jsonPath ? ` ${jsonPath}` : ""}</code><b>${to}</b></li>`,
  );
  return markup`<div class="witness"><p>${counted(hops.length, "step")}, from <b>${first?.from}</b></p><ol>${steps}</ol></div>`;
}
