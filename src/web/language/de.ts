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
    },
    captions: {
      disks: "Amplitude jedes Basiszustands: Der Radius ist ihre Größe, Zeiger und Farbe sind ihre Phase.",
      probabilities: "Wahrscheinlichkeit jedes Basiszustands.",
      bloch:
        "Bloch-Vektor jedes Qubits; ein Vektor, der die Kugel nicht erreicht, gehört zu einem verschränkten Qubit.",
      entanglement: "Verschränkung jedes Qubits mit den anderen.",
      table: "Amplituden.",
    },
    bits: "Klassische Bits, Bit 0 rechts:",
  },
};
