import { dnsSuffix } from "../../config/place";

/** What a key is told of the service that uses it on somebody's behalf: the value of `kms:ViaService`. */
export function throughService(
  service: string,
  place: { readonly region: string; readonly partition: string },
): string {
  return `${service}.${place.region}.${dnsSuffix(place.partition)}`;
}
