/** One thing that must hold of what was deployed, read back. */
export interface Check {
  readonly stack: string;
  /** Completes "must hold: …". */
  readonly name: string;
  /** Line of the control catalogue. */
  readonly control: string;
  readonly expected: unknown;
  /** Reads it back. What it throws is a failure, never a pass. */
  readonly observe: () => Promise<unknown>;
}

export interface Checked {
  readonly check: Check;
  readonly holds: boolean;
  readonly observed: unknown;
}

export async function judge(check: Check): Promise<Checked> {
  try {
    const observed = await check.observe();
    return { check, observed, holds: same(observed, check.expected) };
  } catch (error) {
    return { check, observed: `${(error as Error).name}: ${(error as Error).message}`, holds: false };
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
