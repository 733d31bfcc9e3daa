import { parseQasm, QasmError, type RandomStream } from "../../src/index.ts";
import { longQasm } from "./qasm-text.ts";

/** How reading a text ended: accepted, or refused with a code. */
export type ReadingEnd = { readonly accepted: true } | { readonly accepted: false; readonly code: string };

/** Small limits, so that a text that asks for much is refused at once. */
const limits = { operations: 20_000, qubits: 10_000, depth: 60, rounds: 200 };

/**
 * Reads a text and checks how that ends: with a circuit, or with a QasmError at a place inside the text.
 *
 * Errors: an Error that says what went wrong instead.
 */
export function checkReading(text: string, version: 2 | 3): ReadingEnd {
  try {
    parseQasm(text, { version, limits });
    return { accepted: true };
  } catch (error) {
    if (!(error instanceof QasmError)) throw new Error(`no QasmError: ${String(error)}`, { cause: error });
    const lines = text.split(/\r\n|\n|\r/);
    const { line, column, source, message, remedy, code } = error;
    const width = [...(lines[line - 1] ?? "")].length;
    if (source !== "program" || !(line >= 1 && line <= lines.length && column >= 1 && column <= width + 1)) {
      throw new Error(
        `a place outside the text: ${source}:${line}:${column} of ${lines.length} lines, ${message}`,
      );
    }
    if (!/expected .+, got .+; .+\. \[Q\d{3}\]\n/s.test(message) || remedy === "") {
      throw new Error(`a message of another form: ${message}`);
    }
    return { accepted: false, code };
  }
}

/** Pieces that are put in where mutations insert something. */
const tokens =
  `OPENQASM include qreg creg gate opaque measure reset barrier if else for while in def return let const input output
  qubit bit bool int uint float angle ctrl negctrl inv pow gphase break continue end true false pi tau U CX h x cx rz u3
  sin sqrt arccos popcount rotl sizeof q c a $0 $1 ; , ( ) [ ] { } : = @ + - * / % ** ^ ++ & | ~ ! < > <= >= == != && ||
  << >> += -= <<= -> "01" "qelib1.inc" 'stdgates.inc' 0 1 2 3 1.5 .5 5. 1e3 0x1F 0b10 1_000 10ns 2im // /* */ #pragma`.split(
    /\s+/,
  );
const numbers =
  `0 -1 -0 1e308 1e309 1e-400 0.0 9007199254740991 9007199254740993 18446744073709551616 1e999 2147483648
  4294967296 0.1 3 64 65 1000 99999999999999999999999999999999999999 0xFFFFFFFFFFFFFFFFFF 1. .0 00 007 1__0 1_`.split(
    /\s+/,
  );
const characters = [
  ..."\0\t\n\r \"'#$%&()*+,-./09:;<=>?@AZ[\\]^_`az{|}~\u007f\u00a0µπθ𝕢🙂\u2028\ufeff",
  "\ud800",
  "\udc00",
];
const openings = [
  "(",
  "[",
  "{",
  "-",
  "!",
  "~",
  "ctrl @ ",
  "inv @ ",
  "if (true) ",
  "while (c == 1) ",
  "sin(",
  "q[",
  "{ ",
  "x ",
];

/** Texts that mutations start from: short programs of both versions, given ones and generated ones. */
export function seedTexts(programs: readonly string[], random: RandomStream): string[] {
  const generated = Array.from({ length: 12 }, (_, k) =>
    longQasm(k % 2 === 0 ? 2 : 3, 500 + 60 * k, random.split("text", k)),
  );
  return [...programs, ...features, ...generated];
}

/** Small programs that between them use the whole of both languages. */
const features = [
  'include "qelib1.inc"; qreg q[3]; creg c[3]; gate g(a,b) x,y { U(a+b,-a/2,sin(b)^2) x; barrier x,y; CX x,y; } g(1,2) q[0],q[1]; if(c==2) g(.5,5.) q[1],q[2]; opaque o(a) x; reset q; measure q -> c;',
  'OPENQASM 3.1; include "stdgates.inc"; input float theta; const int n = 2 ** 3 - 5; qubit[n] q; bit[n] c; let a = q[0:1] ++ q[{2}]; for uint[4] i in [0:2:n-1] { rx(theta * i) a[i]; } if (c[0] && c == "011" || !c[1]) { ctrl(2) @ pow(0.5) @ x a[0], a[1], a[2]; } else if (c > 2) z q; c = measure q;',
  "OPENQASM 3.0; def parity(bit[4] b, qubit r, uint[8] k) -> bit { bit s; for int i in {0, 1, 2, 3} { s ^= b[i]; } if (k > 3) return s; return measure r; } qubit[2] q; bit[4] m; bool t = parity(m, q[0], 5) == 1; while (t) { m[0] = measure q[1]; t = m[0] == 1; } end;",
  "OPENQASM 3.0; gate g(t) a, b { for int i in [0:3] { ctrl @ U(t, i * pi, -t / 2) a, b; gphase(t); } } U(0.1, tau, euler) $0; negctrl @ inv @ g(1.5) $2, $0, $1; angle[8] w = pi / 4; uint[8] v = 0xFF & ~uint[8](3); v <<= 2; gphase(float(v) * 1e-3); bit r; measure $1 -> r; reset $0; barrier;",
];

/** A text made from others by one to four random changes. */
export function mutated(texts: readonly string[], random: RandomStream): string {
  let text = texts[random.integer(texts.length)];
  for (let left = 1 + random.integer(4); left > 0; left--) text = change(text, texts, random);
  return text;
}

function change(text: string, texts: readonly string[], random: RandomStream): string {
  const at = random.integer(text.length + 1);
  switch (random.integer(13)) {
    case 0:
      return text.slice(0, at) + pick(characters, random) + text.slice(at + random.integer(2));
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + random.integer(4));
    case 2:
      return text.slice(0, at);
    case 3: {
      const other = texts[random.integer(texts.length)];
      return text.slice(0, at) + other.slice(random.integer(other.length + 1));
    }
    case 4: {
      const end = at + random.integer(40);
      return text.slice(0, end) + text.slice(at, end) + text.slice(end);
    }
    case 5:
      return inTokens(text, (list, k) => list.splice(k, 1), random);
    case 6:
      return inTokens(text, (list, k) => list.splice(k, 1, pick(tokens, random)), random);
    case 7:
      return inTokens(text, (list, k) => list.splice(k, 0, " ", pick(tokens, random), " "), random);
    case 8:
      return inTokens(text, (list, k) => list.splice(k, 2, ...list.slice(k, k + 2).reverse()), random);
    case 9:
      return inLines(text, random);
    case 10: {
      const found = [...text.matchAll(/[0-9.]+(?:[eE][+-]?[0-9]+)?/g)];
      if (found.length === 0) return text;
      const { index, 0: number } = found[random.integer(found.length)];
      return text.slice(0, index) + pick(numbers, random) + text.slice(index + number.length);
    }
    case 11: {
      const count = 10 ** (1 + random.integer(3));
      return text.slice(0, at) + pick(openings, random).repeat(count) + text.slice(at);
    }
    default: {
      const words = [...text.matchAll(/[A-Za-z_]\w*/g)];
      if (words.length < 2) return text;
      const { index, 0: word } = words[random.integer(words.length)];
      return text.slice(0, index) + words[random.integer(words.length)][0] + text.slice(index + word.length);
    }
  }
}

/** Changes the list of tokens at a random one; white space is kept. */
function inTokens(text: string, edit: (list: string[], k: number) => void, random: RandomStream): string {
  const list = text.match(/\s+|\w+|[^\s\w]/g) ?? [];
  if (list.length === 0) return text;
  edit(list, random.integer(list.length));
  return list.join("");
}

/** Removes, repeats or moves a line; statements on one line count as lines. */
function inLines(text: string, random: RandomStream): string {
  const lines = text.split(/(?<=[;}\n])/);
  const [from, to] = [random.integer(lines.length), random.integer(lines.length)];
  const [line] = random.integer(3) === 0 ? [lines[from]] : lines.splice(from, 1);
  if (random.integer(3) > 0) lines.splice(to, 0, line);
  return lines.join("");
}

function pick(list: readonly string[], random: RandomStream): string {
  return list[random.integer(list.length)];
}
