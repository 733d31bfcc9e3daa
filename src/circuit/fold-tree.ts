/**
 * Computes something for each node of a tree of plain data from the results of its children, leaves first.
 *
 * Works without recursion, so that depth is no limit, and once for each node, so that shared branches cost once.
 *
 * Errors: RangeError for a node that contains itself.
 */
export function foldTree<Node, Result>(
  root: Node,
  children: (node: Node) => readonly Node[],
  combine: (node: Node, results: readonly Result[]) => Result,
): Result {
  const results = new Map<Node, Result>();
  const open = new Set<Node>();
  const stack = [root];
  while (stack.length > 0) {
    const node = stack[stack.length - 1];
    if (results.has(node)) {
      stack.pop();
      continue;
    }
    const below = children(node);
    if (open.has(node)) {
      stack.pop();
      open.delete(node);
      results.set(
        node,
        combine(
          node,
          below.map((child) => results.get(child) as Result),
        ),
      );
      continue;
    }
    open.add(node);
    for (const child of below) {
      if (open.has(child)) {
        throw new RangeError(
          "foldTree: expected a tree, got a node that contains itself; build it from the leaves up.",
        );
      }
      stack.push(child);
    }
  }
  return results.get(root) as Result;
}
