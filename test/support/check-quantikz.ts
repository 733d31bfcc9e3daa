/** The commands that a drawing may use, with how many arguments in braces each takes. */
const commands: Readonly<Record<string, number>> = {
  lstick: 1,
  qwbundle: 1,
  gate: 1,
  gateinput: 1,
  linethrough: 0,
  push: 1,
  meter: 1,
  wire: 1,
  ctrl: 1,
  octrl: 1,
  control: 1,
  ocontrol: 1,
  targ: 1,
  targX: 1,
  swap: 1,
  phase: 1,
  gategroup: 1,
  // Inside labels.
  ket: 1,
  bra: 1,
  text: 1,
  sqrt: 1,
  dagger: 0,
  pi: 0,
  theta: 0,
  phi: 0,
  psi: 0,
  lambda: 0,
  cdot: 0,
  ldots: 0,
  vdots: 0,
  bullet: 0,
  circ: 0,
  land: 0,
  lor: 0,
  lnot: 0,
  oplus: 0,
  ne: 0,
  le: 0,
  ge: 0,
  rangle: 0,
  textbackslash: 1,
  textasciicircum: 1,
  textasciitilde: 1,
  textless: 1,
  textgreater: 1,
  textbar: 1,
};

/**
 * Finds what is wrong with quantikz code: unbalanced braces, brackets and dollars, signs that must be escaped, unknown
 * commands, rows of different lengths, and wires or gates that reach out of the table. Nothing found: an empty list.
 */
export function quantikzFaults(code: string): string[] {
  const faults: string[] = [];
  const environments = [
    ...code.matchAll(/\\begin\{quantikz\}(?:\[wire types=\{([^}]*)\}\])?\n([\s\S]*?)\\end\{quantikz\}/g),
  ];
  const rest = environments.reduce((text, [whole]) => text.replace(whole, ""), code).replace(/^%.*$/gm, "");
  if (rest.trim() !== "") faults.push(`outside of an environment: ${rest.trim().slice(0, 60)}`);
  for (const [, types = "", body] of environments) {
    const rows = body.trim() === "" ? [] : split(body.trim(), "\\\\").map((row) => split(row, "&"));
    const lengths = new Set(rows.map((row) => row.length));
    if (lengths.size > 1) faults.push(`rows of ${[...lengths].join(" and ")} cells`);
    if (types !== "" && types.split(",").length !== rows.length)
      faults.push(`${types} for ${rows.length} rows`);
    rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        faults.push(...cellFaults(cell));
        const inside = (offset: number) => r + offset >= 0 && r + offset < rows.length;
        for (const [, n] of cell.matchAll(/\\(?:ctrl|octrl|swap)(?:\[[^\]]*\])?\{(-?\d+)\}/g)) {
          if (!inside(Number(n)) || Number(n) === 0) faults.push(`control reaches ${n} rows from row ${r}`);
        }
        for (const [, way, n] of cell.matchAll(/\\wire\[([du])\]\[(\d+)\]/g)) {
          if (!inside(way === "d" ? Number(n) : -Number(n)))
            faults.push(`wire reaches ${way} ${n} from row ${r}`);
        }
        for (const [, n] of cell.matchAll(/\\(?:gate|gategroup)\[(\d+)/g)) {
          if (!inside(Number(n) - 1)) faults.push(`gate of ${n} rows in row ${r}`);
        }
        for (const [, n] of cell.matchAll(/steps=(\d+)/g)) {
          if (c + Number(n) > row.length) faults.push(`group of ${n} steps in column ${c}`);
        }
        if (
          (
            cell.match(/\\(?:gate|meter|ctrl|octrl|targ|targX|swap|phase|control|ocontrol)(?![a-zA-Z])/g) ??
            []
          ).length > 1
        ) {
          faults.push(`two symbols in one cell: ${cell}`);
        }
      });
    });
  }
  return faults;
}

/** Splits at a mark that stands outside of braces and is not escaped. */
function split(text: string, mark: string): string[] {
  const parts = [""];
  let depth = 0;
  for (let k = 0; k < text.length; k++) {
    if (depth === 0 && text.startsWith(mark, k)) {
      parts.push("");
      k += mark.length - 1;
      continue;
    }
    if (text[k] === "\\") {
      parts[parts.length - 1] += text.slice(k, k + 2);
      k++;
      continue;
    }
    if (text[k] === "{") depth++;
    if (text[k] === "}") depth--;
    parts[parts.length - 1] += text[k];
  }
  return parts;
}

function cellFaults(cell: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const pairs: Readonly<Record<string, string>> = { "}": "{", "]": "[" };
  let dollars = 0;
  for (let k = 0; k < cell.length; k++) {
    const sign = cell[k];
    if (sign === "\\") {
      const name = /^[a-zA-Z]+/.exec(cell.slice(k + 1))?.[0];
      if (name === undefined) {
        if (!"{}$&#%_".includes(cell[k + 1])) faults.push(`escape of ${cell[k + 1]}`);
        k++;
        continue;
      }
      if (!Object.hasOwn(commands, name)) faults.push(`unknown command \\${name}`);
      else if (
        commands[name] > 0 &&
        !/^(?:\[(?:[^\]{}]|\{[^}]*\})*\])*\{/.test(cell.slice(k + 1 + name.length))
      ) {
        faults.push(`\\${name} without its argument in ${cell}`);
      }
      k += name.length;
    } else if (sign === "{") open.push(sign);
    else if (sign === "}") {
      if (open.pop() !== pairs[sign]) faults.push(`unbalanced ${sign} in ${cell}`);
    } else if (sign === "$") dollars++;
    else if (sign === "#" || sign === "%" || sign === "&" || sign === "~")
      faults.push(`${sign} not escaped in ${cell}`);
    else if ((sign === "_" || sign === "^") && cell[k + 1] !== "{")
      faults.push(`${sign} not escaped in ${cell}`);
  }
  if (open.length > 0) faults.push(`unclosed braces in ${cell}`);
  if (dollars % 2 !== 0) faults.push(`odd dollars in ${cell}`);
  return faults;
}
