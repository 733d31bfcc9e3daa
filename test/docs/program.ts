import { resolve } from "node:path";
import ts from "typescript";
import { type Block, type Page, root } from "./page.ts";

/** What a page says that a statement gives or prints. */
export interface Claim {
  /** The line of the page. */
  readonly line: number;
  readonly kind: "value" | "printed";
  readonly statement: string;
  readonly expected: readonly string[];
}

/** The code of a page that runs together: a block with imports, and the blocks after it that have none. */
export interface Program {
  readonly name: string;
  /** The code as it is on the page, with imports that resolve. */
  readonly source: string;
  /** The same code that hands each claimed value to `globalThis.docs.value` or `.printed` instead. */
  readonly observed: string;
  readonly claims: readonly Claim[];
}

/** The programs of a page, in order. */
export function programsOf(page: Page): Program[] {
  const groups: Block[][] = [];
  for (const block of page.blocks.filter(({ language }) => language === "ts")) {
    const starts = block.lines.some((line) => line.startsWith("import "));
    if (starts || groups.length === 0) groups.push([block]);
    else groups[groups.length - 1].push(block);
  }
  return groups.map((blocks) => programOf(page.name, blocks));
}

function programOf(page: string, blocks: readonly Block[]): Program {
  // Blank lines stand for the prose between the blocks, so that lines of the program are lines of the page.
  const lines = new Array<string>(blocks[0].line - 1).fill("");
  for (const block of blocks) {
    while (lines.length < block.line - 1) lines.push("");
    lines.push(...block.lines);
  }
  const source = lines.join("\n").replace(/(from\s+")(kronket[^"]*)"/g, (_, from, name) => {
    return `${from}${entryPoint(name)}"`;
  });
  const file = ts.createSourceFile("page.ts", source, ts.ScriptTarget.ES2022, true);
  const claims: Claim[] = [];
  let observed = "";
  let done = 0;
  for (const statement of file.statements) {
    if (!ts.isExpressionStatement(statement)) continue;
    const { expression } = statement;
    const printing = isPrinting(expression);
    const expected = printing ? commentsAfter(source, statement.end) : commentBeside(source, statement.end);
    if (expected.length === 0) continue;
    const call = claims.length;
    const line = file.getLineAndCharacterOfPosition(statement.getStart()).line + 1;
    const kind = printing ? "printed" : "value";
    claims.push({ line, kind, statement: statement.getText(), expected });
    const given = printing
      ? expression.arguments.map((argument) => argument.getText()).join(", ")
      : expression.getText();
    observed += source.slice(done, statement.getStart());
    observed += `globalThis.docs.${kind}(${call}, ${given});`;
    done = statement.end;
  }
  observed += source.slice(done);
  return { name: `${page}, line ${blocks[0].line}`, source, observed, claims };
}

function entryPoint(name: string): string {
  const files: Record<string, string> = {
    kronket: "src/index.ts",
    "kronket/presentation": "src/presentation/index.ts",
  };
  const adapter = /^kronket\/adapters\/([\w-]+)$/.exec(name)?.[1];
  if (adapter !== undefined) return resolve(root, "src/adapters", adapter, "index.ts");
  if (!(name in files)) throw new Error(`${name} is not an entry point of the package`);
  return resolve(root, files[name]);
}

function isPrinting(expression: ts.Expression): expression is ts.CallExpression {
  return ts.isCallExpression(expression) && expression.expression.getText() === "console.log";
}

/** The comment on the rest of the line: the value of an expression. */
function commentBeside(source: string, end: number): string[] {
  const match = /^[ \t]*\/\/ (.*)/.exec(source.slice(end));
  return match === null ? [] : [match[1]];
}

/** The comment on the rest of the line, or on the lines that follow at once: what console.log prints. */
function commentsAfter(source: string, end: number): string[] {
  const beside = commentBeside(source, end);
  if (beside.length > 0) return beside;
  const [, ...lines] = source.slice(end).split("\n");
  const after = lines.findIndex((line) => !/^\/\/( |$)/.test(line));
  return lines.slice(0, after < 0 ? lines.length : after).map((line) => line.slice(3));
}
