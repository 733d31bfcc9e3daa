/** All texts of the page in English; the type that every other language fills. */
export const en = {
  page: {
    skip: "Skip to the content",
    panels: "Panels",
    language: "Language",
    theme: "Colours",
    themes: { system: "as the system", light: "light", dark: "dark" },
    loading: "Loading …",
    notLoaded: (reason: string) => `This panel could not be loaded: ${reason}`,
    offline: "Everything is computed in this page; nothing is sent anywhere.",
    numbers: "The numbers of this figure",
  },
  panels: {
    circuit: {
      name: "Circuit",
      title: "Circuit studio",
      lead: "One circuit as text and as diagram. Step through it and look at the state after every gate.",
    },
    search: {
      name: "Search",
      title: "Search explorer",
      lead: "Grover's search as a rotation in a plane and amplitude by amplitude, with every query counted.",
    },
    systems: {
      name: "Systems",
      title: "Further systems",
      lead: "Nine systems in which such searches and sketches are used: a fast method beside its brute-force twin, each with its own bill.",
    },
  },
  systems: {
    system: "System",
    run: "Run with these parameters",
    study: "Run the default study",
    cancel: "Cancel",
    started: "Running",
    progress: (stage: string) => `Running: ${stage}`,
    result: "What came out",
    bill: "The bill of each method",
    work: "Operations and memory of each method",
    same: "The command line prints the same JSON for the same parameters and seed. Browsers and Node may round powers and exponentials differently; then the last digit of a number differs.",
    save: "Save the JSON",
  },
  search: {
    settings: "The search",
    positions: "Positions N",
    marked: "Marked t",
    iterations: "Iterations j",
    planeTitle: "The state in the plane of marked and unmarked positions",
    planeWords: (degrees: string, chance: string) =>
      `The state stands at ${degrees}° in the plane of |rest⟩ and |marked⟩; a measurement gives a marked position with probability ${chance}.`,
    barsTitle: "Amplitude of each position",
    barsWords: (positions: string) =>
      positions === ""
        ? "Amplitudes; no position is marked."
        : `Amplitudes, from −1 to 1. Marked (orange, with a dot below): ${positions}. Dashed: their mean. An iteration turns the sign of the marked ones, then reflects all about the mean.`,
    position: "position",
    isMarked: "marked",
    amplitude: "amplitude",
    yes: "yes",
    no: "no",
    best: (j: number) =>
      `The first half turn is best after ${j} iterations; more of them turn the state too far.`,
    noneMarked: "Nothing is marked: an iteration changes nothing that could be measured.",
    bill: "The bill, as counted",
    method: "Algorithm",
    methods: {
      grover: "so many iterations as chosen",
      unknown: "search with an unknown count",
      "fixed-point": "fixed-point search (fails with probability ≤ 1 %)",
    },
    seed: "Seed",
    followed: (j: number) => `${j} iterations; nothing has been measured yet.`,
    missed: (iterations: number, checks: number) =>
      `Nothing was found in ${iterations} iterations and ${checks} checks.`,
    found: (position: number, iterations: number, checks: number) =>
      `Position ${position} was found in ${iterations} iterations and ${checks} checks.`,
    classical: (count: string) =>
      `Looking at positions one after the other in a random order takes (N + 1)/(t + 1) = ${count} checks on average (exact expectation). Neither count says what a query costs on a machine.`,
  },
  circuit: {
    program: "Program (OpenQASM 2 or 3)",
    goTo: (line: number, column: number) => `Go to line ${line}, column ${column}`,
    stateHeading: "The state",
    step: "After step",
    stepOf: (step: number, of: number) => `${step} of ${of}`,
    view: "Look at",
    views: {
      disks: "phase disks",
      probabilities: "probabilities",
      bloch: "Bloch spheres",
      entanglement: "entanglement",
      table: "amplitudes as a table",
      samples: "samples",
    },
    captions: {
      disks: "Amplitude of each basis state: the radius is its size, the hand and the colour its phase.",
      probabilities: "Probability of each basis state.",
      bloch:
        "Bloch vector of each qubit; a vector that is shorter than the sphere belongs to an entangled qubit.",
      entanglement: "Entanglement of each qubit with the others.",
      table: "Amplitudes.",
      samples:
        "How often each string of bits came out; counted, the same for the same seed as on the command line.",
    },
    bits: "Classical bits, bit 0 on the right:",
    seed: "Seed",
    shots: "Runs",
    parameters: "Parameters",
    diagram: "Diagram",
    gates: "Gates",
    undo: "Undo",
    redo: "Redo",
    addQubit: "Add a qubit",
    removeQubit: "Remove the last qubit",
    cursor: (qubit: number, column: number, what: string) => `Qubit ${qubit}, column ${column}: ${what}`,
    nothing: "nothing",
    angle: "Angle",
    keys: "Keys of the diagram",
    keyHelp:
      "Arrow keys move the cursor over wires and columns. h, x, y, z, s, t, v (√X), p, a (Rx), b (Ry), r (Rz), w (swap), m (measure) and 0 (reset) put a gate there; c adds a control to the gate of the column and o one that waits for 0, a second time takes it away. Delete removes. Ctrl+Z takes back, Ctrl+Y repeats. With a pointer: drag a gate from the row above, or inside the diagram; dragging it out removes it.",
    exchange: "Import and export",
    exportAs: "Export as",
    forms: {
      link: "link to this page",
      qasm3: "OpenQASM 3",
      qasm2: "OpenQASM 2",
      json: "JSON",
      quirk: "Quirk link",
      quantikz: "LaTeX (quantikz)",
      text: "text",
      svg: "SVG",
    },
    exported: "The exported text",
    copy: "Copy",
    save: "Save",
    savePng: "Save as PNG",
    importFrom: "Import a Quirk link or the JSON of a circuit",
  },
};

export type Texts = typeof en;
