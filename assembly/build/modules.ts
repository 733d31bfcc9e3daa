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
  stateVector("state-vector-module.ts", "stateVectorModule", ["--use", "SINGLE=0"]),
  stateVector("single-module.ts", "singleModule", ["--use", "SINGLE=1"]),
  {
    source: "tall-rows.ts",
    target: "src/matrix/algebra/generated/tall-rows-module.ts",
    name: "tallRowsModule",
    options: ["--initialMemory", "1"],
  },
];

/** The passes of the state-vector engine come in several builds of one source. */
function stateVector(file: string, name: string, options: readonly string[]): KernelModule {
  return {
    source: "state-vector.ts",
    target: `src/simulator/compiled/generated/${file}`,
    name,
    options: ["--importMemory", "--maximumMemory", "65536", ...options],
  };
}
