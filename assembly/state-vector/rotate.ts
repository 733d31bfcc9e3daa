import { loadSplat, multiplyAdd, subtractProduct } from "./lanes";

/**
 * Scaled rotations (a, b) → (a − t·b, b + t·a) of one, two or three qubits in one sweep over the scratch, and then any
 * exchange of the 2, 4 or 8 places: it costs nothing, because it is in the addresses of the stores.
 *
 * A record: fixed bits, free bits, distances of the partners, places of the stores, tangents.
 */

export function rotateOne(scratch: usize, step: usize): void {
  const fixed = <usize>load<u32>(step, 8);
  const free = <usize>load<u32>(step, 12);
  const p = <usize>load<u32>(step, 16);
  const s0 = <usize>load<u32>(step, 20);
  const s1 = <usize>load<u32>(step, 24);
  const t = loadSplat(step + 32);
  let rest: usize = 0;
  do {
    const at = scratch + rest;
    const a = v128.load(at);
    const b = v128.load(at + p);
    v128.store(at + s0, subtractProduct(t, b, a));
    v128.store(at + s1, multiplyAdd(t, a, b));
    rest = ((rest | fixed) + 1) & free;
  } while (rest !== 0);
}

export function rotateTwo(scratch: usize, step: usize): void {
  const fixed = <usize>load<u32>(step, 8);
  const free = <usize>load<u32>(step, 12);
  const p = <usize>load<u32>(step, 16);
  const q = <usize>load<u32>(step, 20);
  const s0 = <usize>load<u32>(step, 24);
  const s1 = <usize>load<u32>(step, 28);
  const s2 = <usize>load<u32>(step, 32);
  const s3 = <usize>load<u32>(step, 36);
  const t = loadSplat(step + 40);
  const u = loadSplat(step + 48);
  const pq = p + q;
  let rest: usize = 0;
  do {
    const at = scratch + rest;
    const a = v128.load(at);
    const b = v128.load(at + p);
    const c = v128.load(at + q);
    const d = v128.load(at + pq);
    const a1 = subtractProduct(t, b, a);
    const b1 = multiplyAdd(t, a, b);
    const c1 = subtractProduct(t, d, c);
    const d1 = multiplyAdd(t, c, d);
    v128.store(at + s0, subtractProduct(u, c1, a1));
    v128.store(at + s1, subtractProduct(u, d1, b1));
    v128.store(at + s2, multiplyAdd(u, a1, c1));
    v128.store(at + s3, multiplyAdd(u, b1, d1));
    rest = ((rest | fixed) + 1) & free;
  } while (rest !== 0);
}

export function rotateThree(scratch: usize, step: usize): void {
  const fixed = <usize>load<u32>(step, 8);
  const free = <usize>load<u32>(step, 12);
  const p = <usize>load<u32>(step, 16);
  const q = <usize>load<u32>(step, 20);
  const r = <usize>load<u32>(step, 24);
  const s0 = <usize>load<u32>(step, 28);
  const s1 = <usize>load<u32>(step, 32);
  const s2 = <usize>load<u32>(step, 36);
  const s3 = <usize>load<u32>(step, 40);
  const s4 = <usize>load<u32>(step, 44);
  const s5 = <usize>load<u32>(step, 48);
  const s6 = <usize>load<u32>(step, 52);
  const s7 = <usize>load<u32>(step, 56);
  const t = loadSplat(step + 64);
  const u = loadSplat(step + 72);
  const w = loadSplat(step + 80);
  const pq = p + q;
  const pr = p + r;
  const qr = q + r;
  const pqr = pq + r;
  let rest: usize = 0;
  do {
    const at = scratch + rest;
    let a = v128.load(at);
    let b = v128.load(at + p);
    let c = v128.load(at + q);
    let d = v128.load(at + pq);
    const a1 = subtractProduct(t, b, a);
    const b1 = multiplyAdd(t, a, b);
    const c1 = subtractProduct(t, d, c);
    const d1 = multiplyAdd(t, c, d);
    a = subtractProduct(u, c1, a1);
    b = subtractProduct(u, d1, b1);
    c = multiplyAdd(u, a1, c1);
    d = multiplyAdd(u, b1, d1);
    let e = v128.load(at + r);
    let f = v128.load(at + pr);
    let g = v128.load(at + qr);
    let h = v128.load(at + pqr);
    const e1 = subtractProduct(t, f, e);
    const f1 = multiplyAdd(t, e, f);
    const g1 = subtractProduct(t, h, g);
    const h1 = multiplyAdd(t, g, h);
    e = subtractProduct(u, g1, e1);
    f = subtractProduct(u, h1, f1);
    g = multiplyAdd(u, e1, g1);
    h = multiplyAdd(u, f1, h1);
    v128.store(at + s0, subtractProduct(w, e, a));
    v128.store(at + s4, multiplyAdd(w, a, e));
    v128.store(at + s1, subtractProduct(w, f, b));
    v128.store(at + s5, multiplyAdd(w, b, f));
    v128.store(at + s2, subtractProduct(w, g, c));
    v128.store(at + s6, multiplyAdd(w, c, g));
    v128.store(at + s3, subtractProduct(w, h, d));
    v128.store(at + s7, multiplyAdd(w, d, h));
    rest = ((rest | fixed) + 1) & free;
  } while (rest !== 0);
}
