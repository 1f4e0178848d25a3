/** What can be said before deployment: it holds, it does not, or it cannot be known. */
export type Answer = "yes" | "no" | "unknown";

/** Yes when every one holds; one that does not settles it, whatever is unknown beside it. */
export function every(answers: Iterable<Answer>): Answer {
  let worst: Answer = "yes";
  for (const answer of answers) {
    if (answer === "no") return "no";
    if (answer === "unknown") worst = "unknown";
  }
  return worst;
}

/** Yes when any one holds. */
export function some(answers: Iterable<Answer>): Answer {
  let best: Answer = "no";
  for (const answer of answers) {
    if (answer === "yes") return "yes";
    if (answer === "unknown") best = "unknown";
  }
  return best;
}

export function not(answer: Answer): Answer {
  return answer === "yes" ? "no" : answer === "no" ? "yes" : "unknown";
}
