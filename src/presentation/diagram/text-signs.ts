/** The signs that a drawing is made of. */
export const unicodeSigns = {
  quantum: "─",
  classical: "═",
  vertical: "│",
  double: "║",
  box: ["┌", "─", "┐", "│", "│", "└", "┘"],
  sides: ["┤", "├"],
  classicalSides: ["╡", "╞"],
  through: "┼",
  joins: { above: "┴", below: "┬", doubleAbove: "╨", doubleBelow: "╥" },
  frame: ["╭", "┄", "╮", "┆", "╰", "╯"],
  control: "●",
  open: "○",
  not: "⊕",
  swap: "╳",
  written: "╩",
  read: "■",
  barrier: "░",
  ellipsis: "…",
  goesOn: "»",
  continued: "«",
  crossings: { "│─": "┼", "│═": "╪", "║─": "╫", "║═": "╬" } as Readonly<Record<string, string>>,
};

/** What a sign is for, and the sign. */
export type TextSigns = typeof unicodeSigns;

/** The same with ASCII signs only. */
export const asciiSigns: TextSigns = {
  quantum: "-",
  classical: "=",
  vertical: "|",
  double: '"',
  box: [".", "-", ".", "|", "|", "'", "'"],
  sides: ["|", "|"],
  classicalSides: ["|", "|"],
  through: "+",
  joins: { above: "-", below: "-", doubleAbove: "-", doubleBelow: "-" },
  frame: [".", "~", ".", ":", "'", "'"],
  control: "@",
  open: "o",
  not: "(+)",
  swap: "x",
  written: "v",
  read: "#",
  barrier: "!",
  ellipsis: "..",
  goesOn: ">",
  continued: "<",
  crossings: {},
};
