import { useId } from "preact/hooks";

/** Real amplitudes as bars from zero, one a position, the marked ones in another colour and with a dot below; the mean is a line. */
export function AmplitudeBars(props: {
  readonly amplitudes: readonly number[];
  readonly positions: readonly number[];
  readonly title: string;
  readonly description: string;
}) {
  const { amplitudes, positions, title, description } = props;
  const id = useId();
  const [width, middle, tall] = [560, 110, 96];
  const pitch = (width - 50) / amplitudes.length;
  const isMarked = new Set(positions);
  const mean = amplitudes.reduce((sum, value) => sum + value, 0) / amplitudes.length;
  const y = (value: number) => middle - tall * value;
  return (
    <svg
      class="plot"
      viewBox={`0 0 ${width} 236`}
      role="img"
      aria-labelledby={`${id}-title ${id}-words`}
      width={width}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-words`}>{description}</desc>
      {[1, 0, -1].map((value) => (
        <g key={value}>
          <path d={`M40,${y(value)}H${width - 4}`} class="rule" />
          <text x="34" y={y(value) + 4} text-anchor="end">
            {value < 0 ? "−1" : value}
          </text>
        </g>
      ))}
      {amplitudes.map((value, position) => {
        const x = 44 + position * pitch;
        const marked = isMarked.has(position);
        return (
          <g key={position}>
            <rect
              x={x}
              width={Math.max(1, pitch * 0.8)}
              y={Math.min(y(0), y(value))}
              height={Math.max(0.5, Math.abs(tall * value))}
              class={marked ? "bar-marked" : "bar-rest"}
            />
            {marked && (
              <circle
                cx={x + pitch * 0.4}
                cy="222"
                r={Math.max(1.5, Math.min(4, pitch * 0.4))}
                class="bar-marked"
              />
            )}
          </g>
        );
      })}
      <path d={`M40,${y(mean)}H${width - 4}`} class="mean" />
    </svg>
  );
}
