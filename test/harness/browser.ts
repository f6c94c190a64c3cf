import { test } from 'vitest'
import { findChromium, launch } from './chromium.ts'

export { findChromium, launch }

/** `test` for browser journeys: skipped, and named as skipped in the summary, where there is no Chromium. */
export const journey = test.skipIf(findChromium() === undefined)
