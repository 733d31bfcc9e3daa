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
    },
    captions: {
      disks: "Amplitude of each basis state: the radius is its size, the hand and the colour its phase.",
      probabilities: "Probability of each basis state.",
      bloch:
        "Bloch vector of each qubit; a vector that is shorter than the sphere belongs to an entangled qubit.",
      entanglement: "Entanglement of each qubit with the others.",
      table: "Amplitudes.",
    },
    bits: "Classical bits, bit 0 on the right:",
  },
};

export type Texts = typeof en;
