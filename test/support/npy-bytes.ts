/** How numbers are stored in a `.npy` file. */
export interface NpyLayout {
  /** NumPy's type without the byte order, such as "f8" or "u2". */
  readonly type: string;
  readonly littleEndian: boolean;
  readonly fortran: boolean;
  readonly version?: 1 | 2;
}

/** The bytes of a `.npy` file with these entries (row by row), written as NumPy's format specification says. */
export function npyBytes(
  shape: readonly number[],
  entries: readonly (number | bigint)[],
  layout: NpyLayout,
): Uint8Array {
  const { type, littleEndian, fortran, version = 1 } = layout;
  const size = Number(type.slice(1));
  const descr = `${size === 1 ? "|" : littleEndian ? "<" : ">"}${type}`;
  const dictionary = `{'descr': '${descr}', 'fortran_order': ${fortran ? "True" : "False"}, 'shape': (${shape.join(", ")}${shape.length === 1 ? "," : ""}), }`;
  const prefix = version === 1 ? 10 : 12;
  const start = Math.ceil((prefix + dictionary.length + 1) / 64) * 64;
  const bytes = new Uint8Array(start + entries.length * size);
  const view = new DataView(bytes.buffer);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0]);
  if (version === 1) view.setUint16(8, start - prefix, true);
  else view.setUint32(8, start - prefix, true);
  bytes.set(new TextEncoder().encode(`${dictionary.padEnd(start - prefix - 1)}\n`), prefix);
  const [rows, columns = 1] = shape;
  entries.forEach((entry, e) => {
    const [i, k] = [Math.floor(e / columns), e % columns];
    const at = start + size * (fortran ? k * rows + i : e);
    const number = Number(entry);
    if (type === "f8") view.setFloat64(at, number, littleEndian);
    else if (type === "f4") view.setFloat32(at, number, littleEndian);
    else if (type === "i8") view.setBigInt64(at, BigInt(entry), littleEndian);
    else if (type === "u8") view.setBigUint64(at, BigInt(entry), littleEndian);
    else if (size === 4) view.setUint32(at, number, littleEndian);
    else if (size === 2) view.setUint16(at, number, littleEndian);
    else view.setUint8(at, number);
  });
  return bytes;
}
