import { parentDivision } from '../../core/division/code.ts'
import type { DivisionName } from '../../core/division/names.ts'
import { townName, villageName } from '../../core/division/names.ts'
import type { Division, DivisionTree } from '../../core/division/tree.ts'
import type { Pack } from '../../core/pack.ts'
import type { PlaceName } from '../../core/setup/pack-choice.ts'
import type { NewOrg } from '../../core/setup/org-changes.ts'
import { enterOrg } from '../../core/setup/org-changes.ts'
import { setupSteps } from '../../core/setup/setup-step.ts'
import type { DivisionHead } from '../../formats/division/pack.ts'
import type { Database } from '../../store/database.ts'
import type { OpenTown, Town } from '../../store/town.ts'
import { createTown, installation } from '../../store/town.ts'
import { accepted } from '../../store/writer.ts'
import { englishName } from './english-name.ts'
import type { TownPlace } from './setup-mark.ts'
import { putSetup } from './setup-mark.ts'

/** A town to be made: its code, its name, and what the data know of it. */
export type NewTown = { readonly code: string; readonly name: DivisionName; readonly villages: readonly Division[]; readonly place: TownPlace | null }

/** A town of the data. */
export const newTownOf = (town: Division, { tree, head }: { readonly tree: DivisionTree; readonly head: DivisionHead }): NewTown => {
  const villages = tree.villagesOf(town.code)
  const county = parentDivision(town.code) ?? ''
  const place = { address: [...tree.path(county), townName(town.name).zh].join(''), city: nameOf(tree, parentDivision(county) ?? ''), county: nameOf(tree, county), day: head.day, published: head.published, villages: villages.length }
  return { code: town.code, name: townName(town.name), villages, place }
}

/** Makes an empty town, or ends the making of one that was cut short: its tables, itself, the offices a pack starts with, and its villages. Ledgers and people come when it is set up. */
export const makeTown = async (db: Database, { code, name, villages, place }: NewTown, pack: Pack, options: OpenTown = {}): Promise<Town> => {
  const town = await createTown(db, code, name.zh, options)
  const orgs: readonly NewOrg[] = [
    { code, zh: name.zh, en: englishName(name), kind: 'town', parent: null },
    ...pack.orgs.filter((org) => org.kind === 'office').map((org): NewOrg => ({ code: org.code, zh: org.zh, en: org.en, kind: 'office', parent: code })),
    ...villages.map((village): NewOrg => {
      const said = villageName(village.name)
      return { code: village.code, zh: said.zh, en: englishName(said), kind: 'village', parent: code }
    }),
  ]
  await putSetup(db.pool, town.schema, { state: 'unclaimed', step: setupSteps[0], place })
  accepted(await town.commit({ by: installation, changes: distinctly(orgs).map(enterOrg) }))
  return town
}

/** Two villages whose names come out alike (朱家村村委会, 朱家村委会) are told apart by their code. */
const distinctly = (orgs: readonly NewOrg[]): readonly NewOrg[] => {
  const seen = new Set<string>()
  return orgs.map((org) => {
    const again = seen.has(org.zh)
    seen.add(org.zh)
    return again ? { ...org, zh: `${org.zh}（${org.code.slice(-3)}）`, en: `${org.en} (${org.code.slice(-3)})` } : org
  })
}

/** What a city or county is called; where a city only groups its counties, the province stands for it. */
const nameOf = (tree: DivisionTree, code: string): PlaceName => {
  const full = tree.path(code).at(-1) ?? ''
  const zh = full.length > 2 ? full.replace(/(市|区|县|旗)$/, '') : full
  return { full, zh, en: englishName({ stem: zh, kind: '' }) }
}
