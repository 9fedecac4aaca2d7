import { cleanup } from '@solidjs/testing-library'
import { afterEach } from 'vitest'
import '@testing-library/jest-dom/vitest'

// Without global hooks the library does not tidy up after a test by itself.
afterEach(cleanup)
