/** What runs in the worker: see `pool.ts`. */
export { readItem as default } from './read-item.ts'
