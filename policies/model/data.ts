/** A value of Terraform's configuration, resolved as far as it can be: its texts may hold the marks of `symbolic.ts`. */
export type Data = null | boolean | number | string | readonly Data[] | { readonly [key: string]: Data };

export function isObject(node: unknown): node is Readonly<Record<string, unknown>> {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}
