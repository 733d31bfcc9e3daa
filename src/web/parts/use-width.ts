import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** Follows the width of an element in CSS pixels; figures are drawn anew for it, so that their text keeps its size. */
export function useWidth(): [box: RefObject<HTMLDivElement>, width: number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(() => Math.min(760, document.documentElement.clientWidth - 32));
  useEffect(() => {
    if (box.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}

/** A width that every figure of the library can be drawn for. */
export function figureWidth(width: number): number {
  return Math.max(280, Math.min(960, width));
}
