export { Refusal } from './refusal.ts'
export { run } from './run.ts'
export type { World } from './world.ts'
