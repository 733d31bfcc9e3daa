export { type Answer, answerSchema } from "./answer.ts";
export { answerFileSchema } from "./answer-file.ts";
export { checkAnswer } from "./check-answer.ts";
export { givenFile, givenText } from "./checks/read-circuit.ts";
export { type ClassSet, classSetSchema } from "./class-set.ts";
export type { Exercise, ExerciseSheet } from "./exercise.ts";
export { gradeAnswers, type Mark } from "./grade-answers.ts";
export { parseExercise } from "./parse-exercise.ts";
export { pickVersion } from "./pick-version.ts";
