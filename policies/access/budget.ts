/** A bound on the work of one question. Whatever is cut short is remembered, so that it is never taken for a proof. */
export class Budget {
  private left: number;
  private ended = false;

  /** @param steps how many steps of a search may be taken; each is well below a tenth of a millisecond */
  constructor(steps: number) {
    this.left = steps;
  }

  /** @returns false when there is none left */
  spend(): boolean {
    if (this.left <= 0) {
      this.ended = true;
      return false;
    }
    this.left -= 1;
    return true;
  }

  /** Where the search itself cannot decide. */
  giveUp(): void {
    this.ended = true;
  }

  get exhausted(): boolean {
    return this.ended;
  }
}
