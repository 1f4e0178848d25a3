// Measures of the page as it is drawn, taken in the browser: each gives what is wrong, in words.

const drawnMap = () => [...document.querySelectorAll("svg.map")].find((map) => map.getBoundingClientRect().width > 0);

const contains = (outer, inner, slack = 0.5) =>
  inner.left >= outer.left - slack &&
  inner.right <= outer.right + slack &&
  inner.top >= outer.top - slack &&
  inner.bottom <= outer.bottom + slack;

const cards = () =>
  [...drawnMap().querySelectorAll(".card")].map((card) => ({
    place: card.dataset.place,
    box: card.querySelector("rect").getBoundingClientRect(),
    texts: [...card.querySelectorAll("text:not(.found text)")],
  }));

globalThis.probes = {
  /** Texts of the map that are smaller than what a person reads. */
  smallTexts(least) {
    const map = drawnMap();
    const scale = map.getBoundingClientRect().width / map.viewBox.baseVal.width;
    return [...map.querySelectorAll("text")]
      .filter((text) => parseFloat(getComputedStyle(text).fontSize) * scale < least)
      .map((text) => text.textContent);
  },

  textsOutsideTheirCards() {
    return cards().flatMap(({ box, texts }) =>
      texts.filter((text) => !contains(box, text.getBoundingClientRect())).map((text) => text.textContent),
    );
  },

  overlappingCards() {
    const all = cards();
    return all.flatMap((one, index) =>
      all
        .slice(index + 1)
        .filter(
          ({ box }) =>
            box.left < one.box.right &&
            box.right > one.box.left &&
            box.top < one.box.bottom &&
            box.bottom > one.box.top,
        )
        .map((other) => `${one.place} and ${other.place}`),
    );
  },

  /** Lines that go behind a card other than the two that they connect. */
  hiddenLines() {
    const map = drawnMap();
    const toScreen = map.getScreenCTM();
    const lines = [...map.querySelectorAll(".line")];
    return lines.flatMap((line) => {
      const { from, to } = line.dataset;
      const others = cards().filter(({ place }) => place !== from && place !== to);
      const length = line.getTotalLength();
      const points = Array.from({ length: 101 }, (_none, step) =>
        line.getPointAtLength((length * step) / 100).matrixTransform(toScreen),
      );
      return others
        .filter(({ box }) => points.some(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom))
        .map(({ place }) => `${from} → ${to} behind ${place}`);
    });
  },

  /** How far a line's ends are from the cards that it connects. */
  looseEnds() {
    const map = drawnMap();
    const toScreen = map.getScreenCTM();
    const boxOf = new Map(cards().map(({ place, box }) => [place, box]));
    const isAt = ({ x, y }, box) => contains(box, { left: x, right: x, top: y, bottom: y }, 1);
    return [...map.querySelectorAll(".line")]
      .filter((line) => {
        const ends = [line.getPointAtLength(0), line.getPointAtLength(line.getTotalLength())];
        const [start, end] = ends.map((point) => point.matrixTransform(toScreen));
        return !isAt(start, boxOf.get(line.dataset.from)) || !isAt(end, boxOf.get(line.dataset.to));
      })
      .map(({ dataset }) => `${dataset.from} → ${dataset.to}`);
  },

  mapBottom: () => drawnMap().getBoundingClientRect().bottom,
  lines: () => drawnMap().querySelectorAll(".line").length,
  /** What makes the page scroll sideways. */
  beyondTheSide: () => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (each) => each.getBoundingClientRect().right + scrollX > clientWidth && !each.closest(".scroll"),
    );
    return wide.map(({ tagName, className, textContent }) => `${tagName} ${className}: ${textContent.slice(0, 60)}`);
  },
};
