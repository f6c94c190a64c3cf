import type { Declared } from '../core/journal/declaration.ts'
import { isSystemKey } from '../core/ledger/system/system-key.ts'
import { bookRoutes } from './routes/verbs.ts'

/** First words of the product's own calls and addresses: a ledger of that name could not be reached. */
const nouns: ReadonlySet<string> = new Set(['session', 'town', 'entry', 'openapi', 'new', ...bookRoutes.map((route) => route.verb.split('.')[0] ?? '')])

/** Whether a new ledger may not take a key: another has it, the product keeps it for its own, or its calls do. */
export const takenKey = (declared: Declared) => (key: string): boolean => declared.ledgers.has(key) || isSystemKey(key) || nouns.has(key)
