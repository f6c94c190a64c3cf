import type { Words } from '../words.ts'
import { words } from '../words.ts'

/** How two matters belong together, told from the first to the other: a part of it, gone on in it, found twice, come back after it was settled, or just related. */
export const tieKinds = ['part', 'merged', 'duplicate', 'recurrence', 'related'] as const
export type TieKind = (typeof tieKinds)[number]

/** Ties a person makes by naming the other matter; the rest come of a split or a merge. */
export const linkKinds = ['duplicate', 'recurrence', 'related'] as const
export type LinkKind = (typeof linkKinds)[number]

export const tieTitles: Readonly<Record<TieKind, Words>> = {
  part: words('由此拆分', 'part of'),
  merged: words('并入', 'merged into'),
  duplicate: words('重复', 'the same as'),
  recurrence: words('复发自', 'came back after'),
  related: words('相关', 'related to'),
}
