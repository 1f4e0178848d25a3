import { markup, type Content, type Markup } from "./markup";

/** One line of a list, and what unfolds from it. */
export interface Item {
  /** What links lead to. */
  readonly id: string;
  /** What the filters ask for, by the names of their fields. */
  readonly data: Readonly<Record<string, readonly string[]>>;
  /** Its outcome: the class of the page's style, and the word. */
  readonly outcome: readonly [style: string, word: string];
  readonly title: string;
  readonly where: Content;
  /** Before the facts. */
  readonly lead?: Content;
  readonly facts: readonly Fact[];
  readonly isOpen?: boolean;
}

export type Fact = readonly [name: string, content: Content];

export function item({ id, data, outcome: [style, word], title, where, lead, facts, isOpen }: Item): Markup {
  const attributes = Object.entries(data).map(([name, values]) => markup` data-${name}="${values.join(" ")}"`);
  return markup`<li id="${id}" class="finding"${attributes}>
<details${isOpen ? markup` open` : undefined}><summary>
<span class="outcome ${style}">${word}</span>
<h3>${title}</h3>
<span class="where">${where}</span>
</summary>
${lead}
<dl>${facts.map(([name, content]) => markup`<div><dt>${name}</dt><dd>${content}</dd></div>`)}</dl>
<p class="link"><a href="#${id}">Link to this</a></p>
</details></li>
`;
}
