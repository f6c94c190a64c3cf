/** What the keys of the product's own ledgers begin with, so that a later one never meets a ledger a town declared before it. */
export const systemPrefix = 'zhenwu-'

/** The product's own ledgers of before its first release; their keys stand in journals and stay. Later ones begin with the prefix. */
export const plainSystemKeys: readonly string[] = [
  'org', 'person', 'post', 'reported', 'close', 'correction', 'source', 'commitment', 'report', 'section', 'freeze', 'edition', 'publication', 'template', 'remark', 'proposal', 'instruction', 'reply',
  'call', 'answer', 'target', 'ranking', 'indicator', 'import', 'erasure', 'setting', 'view', 'form', 'filling', 'saved-cells',
]

/** Whether a key is kept for the product's own ledgers, those to come included. */
export const isSystemKey = (key: string): boolean => key.startsWith(systemPrefix) || plainSystemKeys.includes(key)
