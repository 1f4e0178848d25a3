const PLACEHOLDER = /\{(\/?)([\w.]+)(?:=([^}]*)|\?([^}]*))?\}/g;
/** What every account has without asking: AWS leaves its name out of ARNs. */
const DEFAULT = "default";

/**
 * Fills a template of the catalogue with what is known.
 *
 * - `{partition}`, `{region}`, `{account}`, `{dnsSuffix}`: of the place where the resource is;
 * - `{assigned}`: what AWS will choose for the attribute that the template is of;
 * - `{name}`: another attribute of the resource, configured or itself computed; `{/name}`: led by exactly one slash;
 * - `{path=/}`: an attribute, or the text after `=` when it is absent;
 * - `{event_bus_name?/}`: an attribute and the text after `?`, or nothing when it is absent or `default`.
 *
 * @param valueOf what stands for a placeholder's name, undefined when it is absent
 * @returns undefined when a value that the template needs is absent
 */
export function fillTemplate(template: string, valueOf: (name: string) => string | undefined): string | undefined {
  let complete = true;
  const text = template.replace(PLACEHOLDER, (_, slash: string, name: string, otherwise?: string, suffix?: string) => {
    const value = valueOf(name);
    if (suffix !== undefined) return value === undefined || value === DEFAULT ? "" : value + suffix;
    if (value === undefined && otherwise === undefined) complete = false;
    const filled = value ?? otherwise ?? "";
    return slash ? slash + filled.replace(/^\//, "") : filled;
  });
  return complete ? text : undefined;
}

/** The names that a template's placeholders stand for. */
export function placeholdersOf(template: string): readonly string[] {
  return [...template.matchAll(PLACEHOLDER)].map((match) => match[2]!);
}
