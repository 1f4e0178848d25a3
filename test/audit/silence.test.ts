import fc from "fast-check";
import { silences } from "../../audit/silence";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 0, minute));
const PERIOD = { from: at(0), to: at(120) };

describe("silence", () => {
  it("is no gap while it is short", () => {
    expect(silences([at(60), at(30), at(90)], PERIOD, 30)).toEqual([]);
  });

  it("is a gap before, between and after deliveries", () => {
    expect(silences([at(40), at(80)], PERIOD, 39)).toEqual([
      { from: at(0), to: at(40) },
      { from: at(40), to: at(80) },
      { from: at(80), to: at(120) },
    ]);
  });

  it("is the whole period when nothing was delivered, however short that is", () => {
    expect(silences([], PERIOD, 1440)).toEqual([PERIOD]);
    expect(silences([at(-1), at(121)], PERIOD, 1440)).toEqual([PERIOD]);
  });

  it("is found wherever it is, and nowhere else", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 60 }),
        (minutes, longest) => {
          const gaps = silences(minutes.map(at), PERIOD, longest);
          for (let minute = 0; minute <= 120 - longest - 1; minute++) {
            const silent = !minutes.some((one) => one > minute && one < minute + longest + 1);
            const told = gaps.some(({ from, to }) => from <= at(minute) && to >= at(minute + longest + 1));
            expect(told).toBe(silent);
          }
        },
      ),
    );
  });
});
