export { complete } from "./task/complete.ts";
export { completeAsync } from "./task/complete-async.ts";
export type { Progress, Task } from "./task/task.ts";
