const form = document.querySelector("#filters");
const lists = [...document.querySelectorAll("[data-items]")].map((list) => ({
  list,
  items: [...list.querySelectorAll(".finding, .control")],
}));
const texts = new Map(lists.flatMap(({ items }) => items.map((item) => [item, item.textContent.toLowerCase()])));

/** A deep link is `#?stack=dublin&q=bucket`, or the id of what it leads to. */
function followLink() {
  const link = location.hash.slice(1);
  const target = link.startsWith("?") ? form : document.getElementById(link);
  if (!target) return;
  if (target === form) choose(new URLSearchParams(link.slice(1)));
  else if (target.hidden) choose(new URLSearchParams());
  for (let each = target; each; each = each.parentElement) if (each.localName === "details") each.open = true;
  if (target.matches(".finding")) target.querySelector("details").open = true;
  target.scrollIntoView();
}

function choose(wanted) {
  for (const field of form.querySelectorAll("[name]")) field.value = wanted.get(field.name) ?? "";
  filter();
}

function chosen() {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));
}

function filter() {
  const { q, ...wanted } = chosen();
  const words = (q ?? "").toLowerCase().split(/\s+/);
  const fits = (item) =>
    words.every((word) => texts.get(item).includes(word)) &&
    Object.entries(wanted).every(([name, value]) => item.dataset[name].split(" ").includes(value));
  const counts = lists.map(({ list, items }) => {
    for (const item of items) item.hidden = !fits(item);
    for (const group of list.querySelectorAll(".group")) {
      group.hidden = !group.querySelector(":is(.finding, .control):not([hidden])");
    }
    const shown = items.filter((item) => !item.hidden).length;
    list.querySelector(".nothing").hidden = items.length === 0 || shown > 0;
    return `${shown} of ${items.length} ${list.dataset.items}`;
  });
  form.querySelector("output").value = counts.join(", ");
}

function rememberFilter() {
  filter();
  const query = new URLSearchParams(chosen()).toString();
  history.replaceState(null, "", query ? `#?${query}` : location.pathname + location.search);
}

/** A place's channels stand out while the pointer or the focus is on it. */
function lightUp(place) {
  for (const part of document.querySelectorAll(".line[data-from], .badge")) {
    const own = part.dataset.from === place || part.dataset.to === place;
    part.classList.toggle("dim", place !== undefined && !own);
  }
}

function save() {
  const text = document.querySelector("#report").textContent;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = button.dataset.file;
  link.click();
  URL.revokeObjectURL(link.href);
}

form.hidden = false;
form.addEventListener("input", rememberFilter);
form.addEventListener("submit", (event) => event.preventDefault());
form.querySelector("button").addEventListener("click", () => {
  choose(new URLSearchParams());
  rememberFilter();
});
addEventListener("hashchange", followLink);
for (const card of document.querySelectorAll(".card")) {
  for (const event of ["mouseenter", "focus"]) card.addEventListener(event, () => lightUp(card.dataset.place));
  for (const event of ["mouseleave", "blur"]) card.addEventListener(event, () => lightUp());
}
const button = document.querySelector("#save");
button.hidden = false;
button.addEventListener("click", save);
filter();
followLink();
