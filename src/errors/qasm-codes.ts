/**
 * What can be wrong with an OpenQASM program: a code for each case, and a sentence that says what the case is.
 *
 * Q1 characters · Q2 grammar · Q3 names · Q4 qubits, bits and gates · Q5 values and types · Q6 outside the subset ·
 * Q7 includes · Q8 limits.
 */
export const qasmCodes = {
  Q101: "A character that no token of OpenQASM starts with.",
  Q102: "A string that is not closed on its line.",
  Q103: "A comment /* that is not closed before the end of the text.",
  Q104: "A number that is not written as numbers are.",
  Q105: "A number that is too large for double precision.",

  Q201: "A token that cannot stand at this place.",
  Q202: "The text ends in the middle of a statement.",
  Q203: "A statement without its semicolon.",
  Q204: "A separator with nothing after it.",
  Q205: "A program without the version line that strict reading asks for.",
  Q206: "A version of OpenQASM that is not known, or a version line that is not the first statement.",
  Q207: "A statement that may not stand in this kind of block.",
  Q208: "An operator without an operand, or brackets that do not close.",

  Q301: "A name that is not declared before it is used.",
  Q302: "A name that is declared twice in one scope.",
  Q303: "A word of the language where a new name must stand.",
  Q304: "A gate or subroutine that calls itself.",
  Q305: "A name of one kind of thing where another kind is needed, such as a gate in place of a register.",

  Q401: "A gate or function with the wrong number of parameters.",
  Q402: "A gate with the wrong number of qubits.",
  Q403: "One qubit given twice to one operation.",
  Q404: "An index outside its register.",
  Q405: "Registers of different sizes in one operation.",
  Q406: "A size of a register or a type that is not allowed.",
  Q407: "A measurement into a different number of bits.",
  Q408: "Declared qubits and physical qubits in one program.",

  Q501: "A value of one type where another type is needed.",
  Q502: "A division by zero.",
  Q503: "A result that is not a finite number, such as ln(0) or sqrt(-1).",
  Q504: "A value that must be known when the program is read, and is not.",
  Q505: "A whole number that does not fit its type.",
  Q506: "A whole-number division with a remainder where a fraction is needed.",
  Q507: "An assignment to something that cannot be assigned to.",
  Q508: "An input without a fitting value.",
  Q509: "A variable that is read before it has a value.",
  Q510: "A range with step 0.",

  Q601: "A feature of OpenQASM that is outside the subset read here.",
  Q602: "A use of an opaque gate, which has no definition to run.",
  Q603: "Arithmetic on measured values beyond comparisons and bitwise operations.",
  Q604: "A fractional power of a gate that has no simple root.",

  Q701: "An included file that is not found.",
  Q702: "A file that includes itself, or too many includes.",

  Q801: "More operations than the limit after loops, broadcasts and definitions are written out.",
  Q802: "More qubits or bits than the limit.",
  Q803: "Blocks, definitions or calls nested deeper than the limit.",
  Q804: "A loop with more rounds than the limit.",
} as const;

/** The code of an error in an OpenQASM program. */
export type QasmCode = keyof typeof qasmCodes;
