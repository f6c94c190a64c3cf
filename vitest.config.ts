import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'

/** The journeys are the longest files: they begin first, so that no worker waits for one at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isJourney = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith('.journey.ts')
    const sorted = await super.sort(files)
    return [...sorted.filter(isJourney), ...sorted.filter((file) => !isJourney(file))]
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.{test,law}.ts', 'test/**/*.{test,law,journey}.ts'],
    globalSetup: ['test/harness/postgres.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // What two files import is loaded once for both: the project keeps nothing in its modules that a test could find changed.
    isolate: false,
  },
})
