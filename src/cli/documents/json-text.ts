export { jsonText } from "../../presentation/documents/json-text.ts";
