/** Where Python is and how Qiskit Aer simulates. */
export interface AerOptions {
  /** The Python with qiskit, qiskit-aer and qiskit-qasm3-import: a command, or a command with its first arguments (default `python3`). */
  readonly python?: string | readonly string[];
  /** Aer's method, such as `statevector`, `matrix_product_state` or `stabilizer` (default: Aer chooses). */
  readonly method?: string;
  /** `CPU` (default) or `GPU`. */
  readonly device?: string;
  /** `double` (default) or `single`. */
  readonly precision?: "single" | "double";
  /** Cuts the state into blocks, for several GPUs or machines. */
  readonly blockingEnable?: boolean;
  /** Qubits of a block. */
  readonly blockingQubits?: number;
  /** Most memory of a state, in MiB. */
  readonly maxMemory?: number;
  /** Further options of `AerSimulator`, in its own words, such as `{ matrix_product_state_max_bond_dimension: 64 }`. */
  readonly simulator?: Readonly<Record<string, unknown>>;
  /** What starts Python, with its arguments, such as `["mpirun", "-n", "4"]`: Aer spreads its blocks over the processes. */
  readonly launcher?: readonly string[];
  /** A folder for the job and its answer, which every process must see (default: the system's for temporary files). */
  readonly directory?: string;
  /** Most milliseconds for a run, the start of Python included (default: no limit). */
  readonly timeout?: number;
}

/** The options of `AerSimulator`; what is not given is left to Aer. */
export function simulatorOptions(options: AerOptions): Record<string, unknown> {
  const { method, device, precision, blockingEnable, blockingQubits, maxMemory, simulator } = options;
  const named = {
    method,
    device,
    precision,
    blocking_enable: blockingEnable,
    blocking_qubits: blockingQubits,
    max_memory_mb: maxMemory,
    ...simulator,
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
}
