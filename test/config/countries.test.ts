import { isCountry } from "../../config/countries";

/** ISO 3166-1, restated by hand. @see https://www.iso.org/obp/ui/#search/code/ */
const ASSIGNED = `
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT
MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`
  .trim()
  .split(/\s+/);

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const CODES = LETTERS.flatMap((one) => LETTERS.map((other) => one + other));

describe("a country", () => {
  it("is one of the 249 that ISO 3166-1 assigns, and no other pair of letters", () => {
    expect(CODES.filter(isCountry)).toEqual([...ASSIGNED].sort());
    expect(ASSIGNED).toHaveLength(249);
  });

  it.each([
    ["a union", "EU"],
    ["the Eurozone", "EZ"],
    ["the United Nations", "UN"],
    ["a code of nobody's", "ZZ"],
    ["a code for private use", "XK"],
    ["a country that is no more", "SU"],
    ["a reserved alias", "UK"],
    ["small letters", "ie"],
    ["a name", "Ireland"],
    ["a number", "372"],
    ["nothing", ""],
  ])("is not %s", (_what, code) => {
    expect(isCountry(code)).toBe(false);
  });
});
