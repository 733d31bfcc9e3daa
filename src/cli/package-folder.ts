import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the package: looked for upwards from this program, which may be packed or not. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const above = dirname(folder);
    if (above === folder) {
      throw new Error(
        "kronket: expected its package.json above the program, got none; install kronket anew.",
      );
    }
    folder = above;
  }
  return folder;
}
