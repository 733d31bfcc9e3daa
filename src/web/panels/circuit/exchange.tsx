import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { fromQuirk, quirkUrl } from "../../../adapters/quirk/index.ts";
import { Circuit, exportQasm } from "../../../index.ts";
import { circuitQuantikz, circuitSvg, circuitText } from "../../../presentation/index.ts";
import { texts } from "../../language/language.ts";
import { shownLink } from "../../link/page-link.ts";
import { Choice } from "../../parts/choice.tsx";
import { download } from "../../parts/download.ts";
import { circuitState } from "./circuit-state.ts";
import { programOf } from "./diagram.tsx";
import { changeProgram } from "./program-history.ts";

/** The forms in which a circuit leaves the page: how each is written and what its file is called. */
const forms = {
  link: { file: "circuit.txt", write: () => `${location.href.replace(/#.*/, "")}${shownLink() ?? ""}` },
  qasm3: { file: "circuit.qasm", write: (circuit: Circuit) => exportQasm(circuit) },
  qasm2: { file: "circuit.qasm", write: (circuit: Circuit) => exportQasm(bound(circuit), { version: 2 }) },
  json: { file: "circuit.json", write: (circuit: Circuit) => `${JSON.stringify(circuit)}\n` },
  quirk: { file: "quirk.txt", write: (circuit: Circuit) => quirkUrl(bound(circuit)) },
  quantikz: { file: "circuit.tex", write: (circuit: Circuit) => circuitQuantikz(circuit) },
  text: { file: "circuit.txt", write: (circuit: Circuit) => circuitText(circuit) },
  svg: { file: "circuit.svg", write: (circuit: Circuit) => circuitSvg(circuit, { theme: "auto" }) },
} as const;

type Form = keyof typeof forms;

/** The circuit from and to other programs. */
export function Exchange({ circuit }: { readonly circuit: Circuit }) {
  const t = texts.value.circuit;
  const id = useId();
  const form = useSignal<Form>("link");
  const wrong = useSignal<string | undefined>(undefined);
  const { text, fault } = attempt(() => forms[form.value].write(circuit));
  const take = (source: string) => {
    const read = attempt(() => programOf(readCircuit(source)));
    wrong.value = read.fault;
    if (read.text !== undefined) changeProgram(read.text);
  };
  return (
    <details class="exchange">
      <summary>{t.exchange}</summary>
      <div>
        <Choice
          label={t.exportAs}
          value={form.value}
          options={Object.keys(forms).map((name) => ({ name: name as Form, text: t.forms[name as Form] }))}
          onChange={(name) => {
            form.value = name;
          }}
        />
        <label for={`${id}-out`} class="unseen">
          {t.exported}
        </label>
        <textarea id={`${id}-out`} class="exported" readOnly rows={6} value={text ?? fault ?? ""} />
        <div class="bar">
          <button
            type="button"
            disabled={text === undefined}
            onClick={() => navigator.clipboard?.writeText(text ?? "")}
          >
            {t.copy}
          </button>
          <button
            type="button"
            disabled={text === undefined}
            onClick={() => download(forms[form.value].file, new Blob([text ?? ""]))}
          >
            {t.save}
          </button>
          <button type="button" onClick={() => void savePng(circuitSvg(circuit))}>
            {t.savePng}
          </button>
        </div>
        <label for={`${id}-in`}>{t.importFrom}</label>
        <input id={`${id}-in`} class="wide" onChange={({ currentTarget }) => take(currentTarget.value)} />
        {wrong.value !== undefined && <p role="alert">{wrong.value}</p>}
      </div>
    </details>
  );
}

/** The circuit with the values of the sliders. */
function bound(circuit: Circuit): Circuit {
  const { value } = circuitState.values.values;
  return circuit.bind(Object.fromEntries(circuit.parameters.map((name) => [name, value[name] ?? 0])));
}

function readCircuit(source: string): Circuit {
  const text = source.trim();
  if (text.startsWith("{") && !text.includes('"cols"')) return Circuit.fromJSON(JSON.parse(text));
  return fromQuirk(text);
}

function attempt(work: () => string): { readonly text?: string; readonly fault?: string } {
  try {
    return { text: work() };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/** Draws a figure into a picture of twice its size and saves it. */
async function savePng(svg: string): Promise<void> {
  const image = new Image();
  const sized = svg.replace(/ style="max-width:(\d+)px"/, ' width="$1"');
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sized)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * image.width, 2 * image.height];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob !== null && download("circuit.png", blob));
}
