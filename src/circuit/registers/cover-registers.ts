import type { Register } from "../register.ts";

/**
 * CircuitRegisters that name every qubit or bit: those given, and for what lies between them more, called `name`, `name1`, ….
 *
 * Names in `taken` are not used, so that qubits and bits can be told apart.
 *
 * @example coverRegisters([], 3, "q") // [{ name: "q", start: 0, size: 3 }]
 */
export function coverRegisters(
  registers: readonly Register[],
  count: number,
  name: string,
  taken: readonly Register[] = [],
): Register[] {
  const used = new Set([...registers, ...taken].map((register) => register.name));
  const fresh = () => {
    let candidate = name;
    for (let k = 1; used.has(candidate); k++) candidate = `${name}${k}`;
    used.add(candidate);
    return candidate;
  };
  const result: Register[] = [];
  let from = 0;
  for (const register of registers) {
    if (register.start > from) result.push({ name: fresh(), start: from, size: register.start - from });
    result.push(register);
    from = register.start + register.size;
  }
  if (count > from) result.push({ name: fresh(), start: from, size: count - from });
  return result;
}
