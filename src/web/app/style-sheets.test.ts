import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** A screen is fetched when it is opened, with the sheets it imports: a class whose sheet only another screen brings looks right by chance. */

const root = resolve(import.meta.dirname, '..')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => join(root, file))
const read = (file: string): string => readFileSync(file, 'utf8')
const sheets = files.filter((file) => file.endsWith('.css'))
const modules = files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))

const definedIn = (sheet: string): readonly string[] => [...read(sheet).matchAll(/\.([a-z][\w-]*)/g)].map((match) => match[1] ?? '')
const sheetsOf = Map.groupBy(sheets.flatMap((sheet) => [...new Set(definedIn(sheet))].map((name) => ({ name, sheet }))), ({ name }) => name)

const importsOf = new Map(modules.map((file) => [file, [...read(file).matchAll(/^(?:import|export)\b[^'\n]*'(\.[^']+)'/gm)].map((match) => resolve(dirname(file), match[1] ?? ''))]))
const fetched = modules.flatMap((file) => [...read(file).matchAll(/\bimport\('(\.[^']+)'\)/g)].map((match) => resolve(dirname(file), match[1] ?? '')))

/** What a module brings with it. */
const brings = (file: string, seen: Set<string> = new Set()): ReadonlySet<string> => {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const other of importsOf.get(file) ?? []) brings(other, seen)
  return seen
}

/** The classes a module sets, those of its texts that no sheet knows left out. */
const classesOf = (file: string): readonly string[] => {
  const text = read(file)
  const values = [...text.matchAll(/className=(?:"([^"]*)"|\{)/g)].flatMap((match) => (match[1] === undefined ? literals(text, match.index + match[0].length) : [match[1]]))
  return values.flatMap((value) => value.split(/\s+/)).filter((name) => sheetsOf.has(name) && !signs.has(name))
}

/** The texts in an expression, up to the brace that closes it. */
const literals = (text: string, from: number): readonly string[] => {
  let depth = 1
  let at = from
  while (depth > 0 && at < text.length) {
    depth += text[at] === '{' ? 1 : text[at] === '}' ? -1 : 0
    at += 1
  }
  return [...text.slice(from, at).matchAll(/'([^']*)'|`([^`]*)`/g)].map((match) => (match[1] ?? match[2] ?? '').replace(/\$\{[^}]*\}/g, ' '))
}

/** Set for another screen's sheet to look at, not to be dressed by. */
const signs: ReadonlySet<string> = new Set(['figure-drawer'])

const always = brings(join(root, 'app/main.tsx'))

test('every screen and panel brings the sheets of the classes it sets', () => {
  const missing = [...new Set(fetched)].flatMap((screen) => {
    const brought = brings(screen)
    return [...brought].filter((file) => file.endsWith('.tsx')).flatMap((file) =>
      classesOf(file).flatMap((name) => ((sheetsOf.get(name) ?? []).some(({ sheet }) => brought.has(sheet) || always.has(sheet)) ? [] : [`${screen.slice(root.length + 1)}: .${name} of ${file.slice(root.length + 1)}`])),
    )
  })
  expect(missing).toEqual([])
})

test('there are screens that are fetched, and classes to look for', () => {
  expect([fetched.length > 20, modules.flatMap(classesOf).length > 200]).toEqual([true, true])
})
