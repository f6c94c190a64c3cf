import published from './targets.json' with { type: 'json' }
import { Targets } from './targets.ts'

/** The values the model town published for the first half of 2023. */
export const publishedTargets: Targets = Targets.parse(published)
