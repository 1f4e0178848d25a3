/** In pixels of the drawing, from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** As SVG paths have it, with a precision that nobody sees the end of. */
export function coordinates({ x, y }: Point): string {
  return `${rounded(x)},${rounded(y)}`;
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
