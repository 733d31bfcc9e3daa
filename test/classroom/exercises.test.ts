import { describe, expect, it } from "vitest";
import { checkAnswer } from "../../src/classroom/index.ts";
import { exercises } from "../support/read-exercises.ts";

const titled = exercises.map(
  (exercise) => [`${exercise.id}, version ${exercise.version}`, exercise] as const,
);

describe("the exercises", () => {
  it("are at least 40, of every level", () => {
    expect(new Set(exercises.map(({ id }) => id)).size).toBeGreaterThanOrEqual(40);
    for (const level of [1, 2, 3])
      expect(exercises.filter((exercise) => exercise.level === level).length).toBeGreaterThan(5);
  });

  it("say something in every part", () => {
    for (const { statement, explanation, mistakes } of exercises) {
      expect(statement.length).toBeGreaterThan(30);
      expect(explanation.length).toBeGreaterThan(30);
      expect(mistakes.length).toBeGreaterThanOrEqual(3);
      for (const mistake of mistakes) expect(mistake.explanation.length).toBeGreaterThan(8);
    }
  });

  it.each(titled)("%s: the solution passes and the starter fails", (_, exercise) => {
    expect(checkAnswer(exercise, exercise.solution)).toMatchObject({ passed: true, mistake: null });
    expect(checkAnswer(exercise, exercise.starter).passed).toBe(false);
  });

  it.each(titled)("%s: typical mistakes fail with their own explanation", (_, exercise) => {
    for (const { title, answer, explanation } of exercise.mistakes) {
      const verdict = checkAnswer(exercise, answer);
      expect(verdict.passed).toBe(false);
      expect(verdict.mistake).toEqual({ title, explanation });
    }
  });
});
