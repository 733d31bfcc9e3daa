import type { ComponentChildren } from "preact";

/** A message that stands out: what went wrong, or what to know. Errors are read out at once. */
export function Notice({
  kind,
  children,
}: {
  readonly kind: "error" | "note";
  readonly children: ComponentChildren;
}) {
  return (
    <div class={`notice ${kind}`} role={kind === "error" ? "alert" : "note"}>
      {children}
    </div>
  );
}
