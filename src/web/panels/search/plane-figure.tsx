import { useId } from "preact/hooks";

/** The state of a search as a vector in the plane of |rest⟩ and |marked⟩, with its way from the start. */
export function PlaneFigure(props: {
  readonly angle: number;
  readonly iterations: number;
  readonly title: string;
  readonly description: string;
}) {
  const { angle, iterations, title, description } = props;
  const id = useId();
  const radius = 110;
  const at = (k: number) => {
    const turn = (2 * k + 1) * angle;
    return { x: 140 + radius * Math.cos(turn), y: 140 - radius * Math.sin(turn) };
  };
  const end = at(iterations);
  const way = Array.from({ length: Math.min(iterations, 40) }, (_, k) => at(k));
  return (
    <svg
      class="plot"
      viewBox="0 0 300 284"
      role="img"
      aria-labelledby={`${id}-title ${id}-words`}
      width="300"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-words`}>{description}</desc>
      <circle cx="140" cy="140" r={radius} class="rule" />
      <path d="M20,140H272M140,268V14" class="rule" />
      <text x="298" y="135" text-anchor="end">
        |rest⟩
      </text>
      <text x="146" y="18">
        |marked⟩
      </text>
      {way.map(({ x, y }, k) => (
        <path key={k} d={`M140,140L${x},${y}`} class="way" />
      ))}
      <path d={`M140,140L${end.x},${end.y}`} class="vector" />
      <circle cx={end.x} cy={end.y} r="5" class="tip" />
    </svg>
  );
}
