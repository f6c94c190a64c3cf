/** One condition of a list as it stands in the address: `field:value`, `field>=value` or `field<=value`, joined by `;`. */
export type Condition = { readonly field: string; readonly sign: ':' | '>=' | '<='; readonly value: string }

export const parseWhere = (text: string | undefined): readonly Condition[] =>
  (text ?? '').split(';').flatMap((part) => {
    const found = /^([a-z][a-z0-9_]*)(:|>=|<=)(.+)$/s.exec(part)
    return found === null ? [] : [{ field: found[1] ?? '', sign: (found[2] ?? ':') as Condition['sign'], value: found[3] ?? '' }]
  })

/** The conditions as text; undefined for none. A value cannot hold the mark that joins them. */
export const whereText = (conditions: readonly Condition[]): string | undefined =>
  conditions.length === 0 ? undefined : conditions.map((each) => `${each.field}${each.sign}${each.value.replaceAll(';', '')}`).join(';')
