import type { Command } from "commander";
import type { Session } from "../session.ts";

export function addDoctor(_program: Command, _session: Session): void {}
