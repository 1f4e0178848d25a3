/** The weights that the style sheet gives to texts of the map. */
export type Weight = "regular" | "bold";

/**
 * How wide characters are in hundredths of an em, rounded up, in DejaVu Sans: the widest of the fonts that the style
 * sheet can come to. Whatever fits in it fits in the others.
 */
const WIDTHS: Readonly<Record<Weight, Readonly<Record<string, number>>>> = {
  regular: {
    "'IJijl": 30,
    " ,./:;\\|": 35,
    "()-[]ft’": 40,
    "!r": 45,
    '"*_`–': 50,
    "?csz": 55,
    FLkvxy: 60,
    "$0123456789EPSTYabdeghnopqu{}": 65,
    ABCKRVXZ: 70,
    NU: 75,
    "&DGHOQ": 80,
    "#+<=>^w~": 85,
    M: 90,
  },
  bold: {
    " 'ijl": 35,
    ",./:;IJ\\|’": 40,
    "-f": 45,
    "!()[]_`rt–": 50,
    '"*': 55,
    "?csz": 60,
    Lx: 65,
    $0123456789EFTaekovy: 70,
    "CPSYZbdghnpqu{}": 75,
    ABKRVX: 80,
    "#+<=>DGHNU^~": 85,
    "&OQ": 90,
    w: 95,
    "@M": 100,
    "%m": 105,
    W: 115,
  },
};
/** Of whatever is not listed. */
const WIDEST = 100;

const byCharacter = (classes: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(classes).flatMap(([characters, width]) => [...characters].map((each) => [each, width])));
const widths = { regular: byCharacter(WIDTHS.regular), bold: byCharacter(WIDTHS.bold) };

/** How wide a text can be, in pixels. @param size of the font, in pixels */
export function textWidth(text: string, size: number, weight: Weight): number {
  const hundredths = [...text].reduce((sum, character) => sum + (widths[weight].get(character) ?? WIDEST), 0);
  return (hundredths / 100) * size;
}
