/** One thing `verify` found not to be as the journal says. */
export type Difference = { readonly kind: 'journal' | 'head' | 'entry' | 'matter' | 'declaration' | 'posting' | 'balance' | 'distinct' | 'file' | 'read' | 'erasure' | 'edition'; readonly where: string; readonly expected: string; readonly found: string }

/** Differences of one kind are listed up to this many; the rest would say the same. */
export const mostOfAKind = 100
