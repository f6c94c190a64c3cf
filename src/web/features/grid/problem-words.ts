import type { ValueProblem } from '../../../core/ledger/kinds/kind.ts'
import type { Words } from '../../../core/words.ts'

/** Why a value cannot stand in a cell, in both languages; the sentences are fetched when the first is needed. */
export const problemWords = async ({ problem, details }: ValueProblem): Promise<Words> => {
  const { refusalMessage } = await import('../../../core/refusal/catalogue.ts')
  return { zh: refusalMessage(problem, details, 'zh'), en: refusalMessage(problem, details, 'en') }
}
