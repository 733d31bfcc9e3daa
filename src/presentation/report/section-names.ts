/** Ids from headings, in plain letters and different from each other and from the page's own. */
export function sectionNames(headings: readonly string[]): string[] {
  const used = new Set(["content", "contents-heading", "methods", "labels"]);
  return headings.map((heading) => {
    const plain =
      heading
        .normalize("NFKD")
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "") || "section";
    let name = plain;
    for (let count = 2; used.has(name); count++) name = `${plain}-${count}`;
    used.add(name);
    return name;
  });
}
