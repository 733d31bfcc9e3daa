export { plainLedger } from "../../presentation/documents/plain-ledger.ts";
