import { parseDivisionCode } from '../../core/division/code.ts'
import { townName } from '../../core/division/names.ts'
import { readChina } from '../../formats/division/china.ts'
import type { NewTown } from '../setup/make-town.ts'
import { newTownOf } from '../setup/make-town.ts'
import type { Given } from './command.ts'
import { refusedWith } from './command.ts'

/** The town a command means. `made` is what a town not there yet is made of; it refuses a code the division data do not know. */
export type TownAsked = { readonly code: string | undefined; readonly made: (code?: string) => NewTown }

/** Reads `--town` as towns are kept under: 330282112000 is 330282112. */
export const townCode = (given: Given): string | undefined => {
  const text = given.text('town')
  return text === undefined ? undefined : (parseDivisionCode(text)?.code ?? text)
}

/** Reads `--town` and `--name`; the data are looked into once, and only where a town is to be made. */
export const townAsked = (given: Given): TownAsked => {
  let found: NewTown | undefined
  return { code: townCode(given), made: (code) => (found ??= newTown(code ?? given.text('town') ?? '', given.text('name'))) }
}

/** A town of the data, or, where they do not know its code, one of the name given. */
const newTown = (text: string, name: string | undefined): NewTown => {
  const { head, tree } = readChina()
  const parsed = parseDivisionCode(text)
  const division = parsed?.level === 'town' ? tree.find(parsed.code) : undefined
  if (division !== undefined) return newTownOf(division, { head, tree })
  if (parsed?.level === 'town' && name !== undefined) return { code: parsed.code, name: townName(name), villages: [], place: null }
  const near = tree.near(text, mostNear)
  const newer = parsed?.level === 'town' || near.length === 0
  throw refusedWith('division-unknown', {
    day: head.day,
    value: text,
    near: `${near.length === 0 ? '代码为 9 位，如 330282112。' : `相近的有：${near.map((each) => `${each.code} ${each.path}`).join('、')}。`}${newer ? '数据之后新设的乡镇另加 --name 名称。' : ''}`,
    nearEn: `${near.length === 0 ? ' A code has 9 digits, like 330282112.' : ` Near: ${near.map((each) => each.code).join(', ')}.`}${newer ? ' For a town newer than the data add --name NAME.' : ''}`,
  })
}

const mostNear = 5
