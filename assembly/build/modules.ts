/** One AssemblyScript program that is compiled into the package. */
export interface KernelModule {
  /** Its source in the folder `assembly`. */
  readonly source: string;
  /** The TypeScript file, from the project's root, that holds the compiled bytes. */
  readonly target: string;
  /** The name of the constant that holds them. */
  readonly name: string;
  /** Options of the compiler beyond the common ones. */
  readonly options: readonly string[];
}

/** Everything that `npm run build:kernels` compiles. */
export const kernelModules: readonly KernelModule[] = [
  {
    source: "philox.ts",
    target: "src/random/generated/philox-module.ts",
    name: "philoxModule",
    options: ["--initialMemory", "1"],
  },
  {
    source: "state-vector.ts",
    target: "src/simulator/compiled/generated/state-vector-module.ts",
    name: "stateVectorModule",
    options: ["--importMemory", "--maximumMemory", "65536"],
  },
  {
    source: "tall-rows.ts",
    target: "src/matrix/algebra/generated/tall-rows-module.ts",
    name: "tallRowsModule",
    options: ["--initialMemory", "1"],
  },
];
