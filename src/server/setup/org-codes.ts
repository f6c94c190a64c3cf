import type { z } from 'zod'
import type { saveSetupOrgs } from '../../api/setup.ts'
import { townName, villageName } from '../../core/division/names.ts'
import type { NewOrg, OrgWishes } from '../../core/setup/org-changes.ts'
import type { Words } from '../../core/words.ts'
import { pinyinInitials } from '../pinyin-initials.ts'
import { englishName } from './english-name.ts'

type Asked = z.output<typeof saveSetupOrgs.input>

/**
 * What was asked for, every org with its code and English name. An office of the pack asked for by its name gets the
 * pack's code back; another gets the initials of its pinyin, a village the town's code and `x01`, `x02`: plainly no official code.
 */
export const codedOrgs = ({ add, rename, remove }: Asked, standing: readonly string[], root: string, offices: readonly (Words & { readonly code: string })[]): OrgWishes => {
  const taken = new Set([...standing, ...add.flatMap(({ code }) => code ?? [])])
  return {
    add: add.map(({ kind, code, zh, en }): NewOrg => {
      const known = offices.find((office) => kind === 'office' && office.zh === zh && code === undefined && !taken.has(office.code))
      const given = code ?? known?.code ?? freeCode(kind === 'office' ? pinyinInitials(zh) || 'org' : `${root}x`, kind, taken)
      taken.add(given)
      return { code: given, zh, en: english(en ?? known?.en, zh, kind), kind, parent: root }
    }),
    rename: rename.map(({ code, zh, en }) => ({ code, zh, en: english(en, zh, code === root ? 'town' : 'village') })),
    remove,
  }
}

const english = (given: string | undefined, zh: string, kind: NewOrg['kind']): string => (given !== undefined && given !== '' ? given : englishName(kind === 'town' ? townName(zh) : villageName(zh)))

const freeCode = (stem: string, kind: 'office' | 'village', taken: ReadonlySet<string>): string => {
  const cut = stem.slice(0, 24)
  const coded = (number: number): string => (kind === 'village' ? `${cut}${String(number).padStart(2, '0')}` : number === 1 ? cut : `${cut}-${number}`)
  let number = 1
  while (taken.has(coded(number))) number++
  return coded(number)
}
