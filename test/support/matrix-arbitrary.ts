import fc from "fast-check";

/** A random matrix of finite doubles of all sizes, the negative zero and the subnormal ones included. */
export const anyMatrix: fc.Arbitrary<number[][]> = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    ),
  );

/** A number in text that reads back as the same double; unlike String, it keeps the sign of zero. */
export function written(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
