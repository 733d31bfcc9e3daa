import { requireIterations } from "./require-iterations.ts";
import type { SearchRegister } from "./search-register.ts";

/** The plain meaning of SearchRegister.rotateThrough: one rotation after the other. */
export function rotateEach(
  register: Pick<SearchRegister, "rotate">,
  rotations: number,
  alpha: (k: number) => number,
  beta: (k: number) => number,
): void {
  requireIterations("rotateThrough", rotations);
  for (let k = 1; k <= rotations; k++) register.rotate(alpha(k), beta(k));
}
