import { statSync } from "node:fs";

/** Whether a path is that of a regular file or of none yet: nothing is put beside a device such as /dev/stdout. */
export function isRegularOrNew(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
}
