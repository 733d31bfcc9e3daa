import type { Texts } from "./en.ts";

/** All texts of the page in German. */
export const de: Texts = {
  page: {
    skip: "Zum Inhalt",
    panels: "Tafeln",
    language: "Sprache",
    theme: "Farben",
    themes: { system: "wie das System", light: "hell", dark: "dunkel" },
    loading: "Wird geladen …",
    notLoaded: (reason) => `Diese Tafel konnte nicht geladen werden: ${reason}`,
    offline: "Alles wird in dieser Seite gerechnet; nichts wird irgendwohin gesendet.",
    numbers: "Die Zahlen dieser Abbildung",
  },
  panels: {
    circuit: {
      name: "Schaltkreis",
      title: "Schaltkreis-Werkstatt",
      lead: "Ein Schaltkreis als Text und als Zeichnung. Gehen Sie ihn Schritt für Schritt durch und sehen Sie nach jedem Gatter den Zustand.",
    },
    search: {
      name: "Suche",
      title: "Suche",
      lead: "Grovers Suche als Drehung in einer Ebene und Amplitude für Amplitude; jede Abfrage wird gezählt.",
    },
  },
  search: {
    settings: "Die Suche",
    positions: "Plätze N",
    marked: "Markierte t",
    iterations: "Iterationen j",
    planeTitle: "Der Zustand in der Ebene der markierten und der übrigen Plätze",
    planeWords: (degrees, chance) =>
      `Der Zustand steht bei ${degrees}° in der Ebene von |rest⟩ und |marked⟩; eine Messung gibt mit Wahrscheinlichkeit ${chance} einen markierten Platz.`,
    barsTitle: "Amplitude jedes Platzes",
    barsWords: (positions) =>
      positions === ""
        ? "Amplituden; kein Platz ist markiert."
        : `Amplituden von −1 bis 1. Markiert (orange, mit Punkt darunter): ${positions}. Gestrichelt: das Mittel, an dem jede Iteration spiegelt.`,
    position: "Platz",
    isMarked: "markiert",
    amplitude: "Amplitude",
    yes: "ja",
    no: "nein",
    best: (j) =>
      `In der ersten halben Drehung sind ${j} Iterationen am besten; weitere drehen den Zustand zu weit.`,
    noneMarked: "Nichts ist markiert: Eine Iteration ändert nichts, was sich messen ließe.",
    bill: "Die Rechnung, wie gezählt",
    method: "Verfahren",
    methods: {
      grover: "so viele Iterationen wie gewählt",
      unknown: "Suche bei unbekannter Anzahl",
      "fixed-point": "Fixpunktsuche (misslingt mit Wahrscheinlichkeit ≤ 1 %)",
    },
    seed: "Startwert",
    followed: (j) => `${j} Iterationen; gemessen wurde noch nicht.`,
    missed: (iterations, checks) => `Nichts gefunden in ${iterations} Iterationen und ${checks} Proben.`,
    found: (position, iterations, checks) =>
      `Platz ${position} gefunden in ${iterations} Iterationen und ${checks} Proben.`,
    classical: (count) =>
      `Die Plätze in zufälliger Reihenfolge nacheinander anzusehen braucht im Mittel (N + 1)/(t + 1) = ${count} Proben (genauer Erwartungswert). Was eine Abfrage auf einer Maschine kostet, sagt keine der beiden Zahlen.`,
  },
  circuit: {
    program: "Programm (OpenQASM 2 oder 3)",
    goTo: (line, column) => `Zu Zeile ${line}, Spalte ${column}`,
    stateHeading: "Der Zustand",
    step: "Nach Schritt",
    stepOf: (step, of) => `${step} von ${of}`,
    view: "Ansicht",
    views: {
      disks: "Phasenscheiben",
      probabilities: "Wahrscheinlichkeiten",
      bloch: "Bloch-Kugeln",
      entanglement: "Verschränkung",
      table: "Amplituden als Tabelle",
      samples: "Stichproben",
    },
    captions: {
      disks: "Amplitude jedes Basiszustands: Der Radius ist ihre Größe, Zeiger und Farbe sind ihre Phase.",
      probabilities: "Wahrscheinlichkeit jedes Basiszustands.",
      bloch:
        "Bloch-Vektor jedes Qubits; ein Vektor, der die Kugel nicht erreicht, gehört zu einem verschränkten Qubit.",
      entanglement: "Verschränkung jedes Qubits mit den anderen.",
      table: "Amplituden.",
      samples: "Wie oft jede Bitfolge herauskam; gezählt, bei gleichem Startwert wie auf der Befehlszeile.",
    },
    bits: "Klassische Bits, Bit 0 rechts:",
    seed: "Startwert",
    shots: "Läufe",
    parameters: "Parameter",
    diagram: "Zeichnung",
    gates: "Gatter",
    undo: "Zurücknehmen",
    redo: "Wiederholen",
    addQubit: "Qubit hinzufügen",
    removeQubit: "Letztes Qubit entfernen",
    cursor: (qubit, column, what) => `Qubit ${qubit}, Spalte ${column}: ${what}`,
    nothing: "nichts",
    angle: "Winkel",
    keys: "Tasten der Zeichnung",
    keyHelp:
      "Pfeiltasten bewegen die Marke über Drähte und Spalten. h, x, y, z, s, t, v (√X), p, a (Rx), b (Ry), r (Rz), w (Tausch), m (Messung) und 0 (Zurücksetzen) setzen ein Gatter; c gibt dem Gatter der Spalte eine Steuerung und o eine, die auf 0 wartet, ein zweites Mal nimmt sie weg. Entf löscht. Strg+Z nimmt zurück, Strg+Y wiederholt. Mit dem Zeiger: ein Gatter aus der Reihe darüber ziehen oder in der Zeichnung verschieben; hinausziehen löscht es.",
    exchange: "Einlesen und Ausgeben",
    exportAs: "Ausgeben als",
    forms: {
      link: "Link auf diese Seite",
      qasm3: "OpenQASM 3",
      qasm2: "OpenQASM 2",
      json: "JSON",
      quirk: "Quirk-Link",
      quantikz: "LaTeX (quantikz)",
      text: "Text",
      svg: "SVG",
    },
    exported: "Der ausgegebene Text",
    copy: "Kopieren",
    save: "Speichern",
    savePng: "Als PNG speichern",
    importFrom: "Einen Quirk-Link oder das JSON eines Schaltkreises einlesen",
  },
};
