import { cleanup } from '@solidjs/testing-library'
import { afterEach } from 'vitest'
import '@testing-library/jest-dom/vitest'

// Without global hooks the library does not tidy up after a test by itself.
afterEach(cleanup)

// jsdom lays nothing out: nowhere to scroll to, and nothing ever changes its size.
Element.prototype.scrollIntoView ??= () => {}
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
