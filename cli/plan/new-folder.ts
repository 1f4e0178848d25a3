import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../failure";

/**
 * Makes something in a folder that is new or empty: all of it, or nothing, not even the folder, where that fails.
 *
 * @throws Failure when the folder holds something already, or cannot be made
 */
export async function inNewFolder<T>(folder: string, make: () => Promise<T>): Promise<T> {
  const made = newFolder(folder);
  try {
    return await make();
  } catch (error) {
    const left = made === undefined ? readdirSync(folder).map((name) => join(folder, name)) : [made];
    for (const path of left) rmSync(path, { recursive: true });
    throw error;
  }
}

/** @returns the first of the folders that had to be made; undefined where all were there */
function newFolder(folder: string): string | undefined {
  try {
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw new Failure(`${folder}: there is something already.`);
    return mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${folder}: the folder cannot be made: ${(error as NodeJS.ErrnoException).code}`);
  }
}
