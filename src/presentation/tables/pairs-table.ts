import { numberText } from "../format/number-text.ts";
import type { WeightsMap } from "../svg/weights-map.ts";
import type { Table } from "./table.ts";

/** The numbers of `weightsMap`: the pairs with the greatest weights, at most `most` of them. */
export function pairsTable({ pairs, names }: WeightsMap, most: number = 20): Table {
  const shown = [...pairs].sort((a, b) => b.weight - a.weight).slice(0, most);
  return {
    ...(shown.length < pairs.length
      ? { caption: `The ${numberText(shown.length)} greatest of ${numberText(pairs.length)} weights` }
      : {}),
    columns: [
      { heading: `row of ${names[0]}`, numeric: true },
      { heading: `row of ${names[1]}`, numeric: true },
      { heading: "weight", numeric: true },
    ],
    rows: shown.map(({ index, weight }) => ({
      cells: [
        numberText(index[0]),
        numberText(index[1]),
        numberText(weight, { style: "significant", digits: 4 }),
      ],
    })),
  };
}
