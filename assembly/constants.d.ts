/** 1 in kernels of 32-bit numbers, 0 in those of 64 bits; set by assembly/build/modules.ts. */
declare const SINGLE: i32;
