import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const inside = join("circuits", "exercises");

/** The folder of the exercises that come with kronket: looked for upwards from this program, which may be packed or not. */
export function exerciseFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, inside))) {
    const above = dirname(folder);
    if (above === folder)
      throw new Error(`exercises: expected the folder ${inside} of kronket, got none; install kronket anew.`);
    folder = above;
  }
  return join(folder, inside);
}
