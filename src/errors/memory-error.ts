import { formatAmount } from "./format-amount.ts";
import { LimitError } from "./limit-error.ts";

/**
 * Says that the host refused memory that no limit forbids.
 *
 * Message: `subject: expected AMOUNT of memory for SOMETHING, got none from the host; remedy.`
 */
export class MemoryError extends LimitError {
  constructor(subject: string, bytes: number, what: string, remedy: string, options: ErrorOptions) {
    super(subject, 0, bytes, "bytes", remedy);
    this.message = `${subject}: expected ${formatAmount(bytes, "bytes", Math.ceil)} of memory for ${what}, got none from the host; ${remedy}.`;
    this.cause = options.cause;
  }
}
