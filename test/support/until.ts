/**
 * Waits until something is so.
 *
 * @throws Error where it is not, however long one waits
 */
export async function until(isSo: () => Promise<boolean>, patienceSeconds = 300): Promise<void> {
  const end = Date.now() + patienceSeconds * 1000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`it is not so after ${patienceSeconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
