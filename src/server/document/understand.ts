import { checkText } from '../../core/checking/check-text.ts'
import type { Checked } from '../../core/checking/finding.ts'
import type { DocumentHead } from '../../core/reading/document-head.ts'
import { documentHead } from '../../core/reading/document-head.ts'
import { readText } from '../../core/reading/read-text.ts'
import type { Reading } from '../../core/reading/reading.ts'

/** All that a text says by itself: its head, its figures and promises, and what of it does not hold. */
export type Understood = { readonly head: DocumentHead; readonly reading: Reading; readonly checked: Checked }

export const understand = (text: string): Understood => ({ head: documentHead(text), reading: readText(text), checked: checkText(text) })
