/** The most rounds of a loop where nothing else is said. */
export const defaultRounds = 10_000;
