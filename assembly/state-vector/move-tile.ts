/** Takes the rows of a tile, 16 amplitudes each, from the planes into the scratch. */
export function gather(
  re: usize,
  im: usize,
  scratch: usize,
  rows: i32,
  memoryRows: usize,
  scratchRows: usize,
  low: usize,
): void {
  const o0 = <usize>load<u32>(low, 0);
  const o1 = <usize>load<u32>(low, 4);
  const o2 = <usize>load<u32>(low, 8);
  const o3 = <usize>load<u32>(low, 12);
  const o4 = <usize>load<u32>(low, 16);
  const o5 = <usize>load<u32>(low, 20);
  const o6 = <usize>load<u32>(low, 24);
  const o7 = <usize>load<u32>(low, 28);
  const o8 = <usize>load<u32>(low, 32);
  const o9 = <usize>load<u32>(low, 36);
  const o10 = <usize>load<u32>(low, 40);
  const o11 = <usize>load<u32>(low, 44);
  const o12 = <usize>load<u32>(low, 48);
  const o13 = <usize>load<u32>(low, 52);
  const o14 = <usize>load<u32>(low, 56);
  const o15 = <usize>load<u32>(low, 60);
  for (let row = 0; row < rows; row++) {
    const at = <usize>load<u32>(memoryRows + ((<usize>row) << 2));
    const to = scratch + <usize>load<u32>(scratchRows + ((<usize>row) << 2));
    takePair(re + at, im + at, to + o0, to + o1);
    takePair(re + at + 16, im + at + 16, to + o2, to + o3);
    takePair(re + at + 32, im + at + 32, to + o4, to + o5);
    takePair(re + at + 48, im + at + 48, to + o6, to + o7);
    takePair(re + at + 64, im + at + 64, to + o8, to + o9);
    takePair(re + at + 80, im + at + 80, to + o10, to + o11);
    takePair(re + at + 96, im + at + 96, to + o12, to + o13);
    takePair(re + at + 112, im + at + 112, to + o14, to + o15);
  }
}

function takePair(re: usize, im: usize, first: usize, second: usize): void {
  const r = v128.load(re);
  const i = v128.load(im);
  v128.store(first, v128.shuffle<f64>(r, i, 0, 2));
  v128.store(second, v128.shuffle<f64>(r, i, 1, 3));
}

/** Puts a tile back, all amplitudes multiplied by (c, s). */
export function scatter(
  re: usize,
  im: usize,
  scratch: usize,
  rows: i32,
  memoryRows: usize,
  scratchRows: usize,
  low: usize,
  c: f64,
  s: f64,
): void {
  const o0 = <usize>load<u32>(low, 0);
  const o1 = <usize>load<u32>(low, 4);
  const o2 = <usize>load<u32>(low, 8);
  const o3 = <usize>load<u32>(low, 12);
  const o4 = <usize>load<u32>(low, 16);
  const o5 = <usize>load<u32>(low, 20);
  const o6 = <usize>load<u32>(low, 24);
  const o7 = <usize>load<u32>(low, 28);
  const o8 = <usize>load<u32>(low, 32);
  const o9 = <usize>load<u32>(low, 36);
  const o10 = <usize>load<u32>(low, 40);
  const o11 = <usize>load<u32>(low, 44);
  const o12 = <usize>load<u32>(low, 48);
  const o13 = <usize>load<u32>(low, 52);
  const o14 = <usize>load<u32>(low, 56);
  const o15 = <usize>load<u32>(low, 60);
  const cc = f64x2.splat(c);
  const ss = f64x2.splat(s);
  const isReal = s === 0;
  for (let row = 0; row < rows; row++) {
    const at = <usize>load<u32>(memoryRows + ((<usize>row) << 2));
    const from = scratch + <usize>load<u32>(scratchRows + ((<usize>row) << 2));
    if (isReal) {
      putScaled(re + at, im + at, from + o0, from + o1, cc);
      putScaled(re + at + 16, im + at + 16, from + o2, from + o3, cc);
      putScaled(re + at + 32, im + at + 32, from + o4, from + o5, cc);
      putScaled(re + at + 48, im + at + 48, from + o6, from + o7, cc);
      putScaled(re + at + 64, im + at + 64, from + o8, from + o9, cc);
      putScaled(re + at + 80, im + at + 80, from + o10, from + o11, cc);
      putScaled(re + at + 96, im + at + 96, from + o12, from + o13, cc);
      putScaled(re + at + 112, im + at + 112, from + o14, from + o15, cc);
    } else {
      putTurned(re + at, im + at, from + o0, from + o1, cc, ss);
      putTurned(re + at + 16, im + at + 16, from + o2, from + o3, cc, ss);
      putTurned(re + at + 32, im + at + 32, from + o4, from + o5, cc, ss);
      putTurned(re + at + 48, im + at + 48, from + o6, from + o7, cc, ss);
      putTurned(re + at + 64, im + at + 64, from + o8, from + o9, cc, ss);
      putTurned(re + at + 80, im + at + 80, from + o10, from + o11, cc, ss);
      putTurned(re + at + 96, im + at + 96, from + o12, from + o13, cc, ss);
      putTurned(re + at + 112, im + at + 112, from + o14, from + o15, cc, ss);
    }
  }
}

function putScaled(re: usize, im: usize, first: usize, second: usize, c: v128): void {
  const a = v128.load(first);
  const b = v128.load(second);
  v128.store(re, f64x2.mul(v128.shuffle<f64>(a, b, 0, 2), c));
  v128.store(im, f64x2.mul(v128.shuffle<f64>(a, b, 1, 3), c));
}

function putTurned(re: usize, im: usize, first: usize, second: usize, c: v128, s: v128): void {
  const a = v128.load(first);
  const b = v128.load(second);
  const r = v128.shuffle<f64>(a, b, 0, 2);
  const i = v128.shuffle<f64>(a, b, 1, 3);
  v128.store(re, f64x2.sub(f64x2.mul(r, c), f64x2.mul(i, s)));
  v128.store(im, f64x2.add(f64x2.mul(i, c), f64x2.mul(r, s)));
}
