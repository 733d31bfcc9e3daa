import { textField } from "../../link/field.ts";
import { panelState } from "../../link/panel-state.ts";

/** The state of the panel of the further systems; `settings` lists what differs from the defaults as `n=60,d=5`. */
export const systemsState = panelState({
  system: textField("attention-sparsity"),
  settings: textField(""),
  seed: textField("7"),
});
