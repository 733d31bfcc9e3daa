import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";

/**
 * Loads code that needs a package which need not be installed.
 *
 * Errors: CliError that says what to install where the package is missing.
 */
export async function loadOptional<Module>(
  what: string,
  name: string,
  load: () => Promise<Module>,
): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "ERR_MODULE_NOT_FOUND" || !message.includes(`'${name}'`)) throw error;
    throw new CliError(
      exitCode.usage,
      `${what}: expected the package ${name}, which is optional, got none; npm install ${name}.`,
      { cause: error },
    );
  }
}
