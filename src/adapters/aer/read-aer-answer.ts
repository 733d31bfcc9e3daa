/**
 * Checks the answer of the script and returns its counts.
 *
 * Errors: Error that says what is missing, what was refused and in whose words, or that the answer is none.
 */
export function readAerAnswer(text: string, bits: number, shots: number): Record<string, number> {
  const answer = parse(text);
  if (typeof answer.missing === "string") {
    throw new Error(
      `aerRunner: expected the Python modules of Qiskit Aer, got no "${answer.missing}"; python -m pip install qiskit-aer qiskit-qasm3-import.`,
    );
  }
  if (typeof answer.refused === "string") {
    const what =
      answer.refused === "program" ? "a circuit that Qiskit reads" : "options and a circuit that Aer takes";
    throw new Error(`aerRunner: expected ${what}, got "${String(answer.message)}"; change them.`);
  }
  const counts = Object.entries(requireCounts(answer.counts));
  let total = 0;
  for (const [key, count] of counts) {
    if (key.length !== bits || /[^01]/.test(key) || !Number.isSafeInteger(count) || count < 0) {
      malformed(`${count} times "${key}" for ${bits} bits`);
    }
    total += count;
  }
  // A circuit without classical bits has one outcome, the empty string, which Aer does not list.
  if (bits === 0 && counts.length === 0 && shots > 0) return { "": shots };
  if (total !== shots) malformed(`${total} outcomes for ${shots} shots`);
  return Object.fromEntries(counts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function parse(text: string): Record<string, unknown> {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === "object" && answer !== null) return answer as Record<string, unknown>;
  } catch {
    // Said below, for text that is no JSON as for JSON that is no answer.
  }
  return malformed(`"${text.slice(0, 60)}"`);
}

function requireCounts(counts: unknown): Record<string, number> {
  if (typeof counts === "object" && counts !== null) return counts as Record<string, number>;
  return malformed(`counts of kind ${typeof counts}`);
}

function malformed(got: string): never {
  throw new Error(`aerRunner: expected counts from Qiskit Aer, got ${got}; check which Python answers.`);
}
