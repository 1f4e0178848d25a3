/** Text that is HTML, or SVG in HTML. Whatever else goes into a page is escaped on its way. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Content = Markup | string | number | undefined | readonly Content[];

/** Tag of a template: what stands between its literal parts is escaped, unless it is markup itself. */
export function markup(literals: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(literals.reduce((text, literal, index) => text + rendered(contents[index - 1]) + literal));
}

/** JSON that neither ends the script element that it stands in nor any line of it. */
export function scriptJson(text: string): Markup {
  const code = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return new Markup(text.replace(/[<\u2028\u2029]/g, code));
}

/** `1 finding`, `2 findings`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function rendered(content: Content): string {
  if (content === undefined) return "";
  if (content instanceof Markup) return content.text;
  if (typeof content === "object") return content.map(rendered).join("");
  return String(content).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
