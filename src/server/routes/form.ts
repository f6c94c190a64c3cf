import { describeForm, listForms, mapForm, openForm, readForm, readSaved, voidForm } from '../../api/form.ts'
import { mayUse } from '../../core/access/policy.ts'
import { carryMapping, recogniseForm } from '../../core/filling/carry-mapping.ts'
import { formBlanks } from '../../core/filling/find-blanks.ts'
import { formTitle } from '../../core/filling/form-title.ts'
import { mapBlanks } from '../../core/filling/map-blanks.ts'
import { savedCells } from '../../core/filling/saved-cells.ts'
import { fileName } from '../../core/ledger/attached.ts'
import type { Fields } from '../../core/ledger/value.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal } from '../../core/refusal/refusal.ts'
import { hashOf, putFile } from '../../store/files.ts'
import { countedFillings, findFillings, findForms, findMappings, mappingOf } from '../../store/forms.ts'
import { savedInEntries } from '../../store/saved-cells.ts'
import { namesOf } from '../../store/people.ts'
import { mediaTypes } from '../document/media-type.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { readFormApart } from '../filling/form-apart.ts'
import type { LoadedForm, SuggestedForm } from '../filling/load-form.ts'
import { countBlanks, findForm, keptMapping, loadForm, mostEarlier, suggestForm } from '../filling/load-form.ts'
import { mappingProblem } from '../filling/mapping-problem.ts'
import { presentBlanks, presentFilling, presentFormRef, presentSheets } from '../present-form.ts'
import { fieldProblem, readDay } from '../read-scope.ts'
import { openLedgers } from './ledger.ts'

const verbs = [openForm.verb, mapForm.verb, 'form.fill', voidForm.verb, 'form.fetch']

const mayIn = ({ caller }: Ask<unknown>): Record<string, boolean> => Object.fromEntries(verbs.map((verb) => [verb, mayUse(caller.posts, verb)]))

/** What a caller says of a form beside its blanks. */
type About = { readonly title?: string | undefined; readonly sender?: string | undefined; readonly due?: string | null | undefined }

const aboutFields = ({ title, sender, due }: About): Fields | Refusal => {
  const day = due === undefined || due === null ? due : readDay('due', due)
  if (isRefusal(day)) return day
  return { ...(title === undefined ? {} : { title }), ...(sender === undefined ? {} : { sender: sender === '' ? null : sender }), ...(day === undefined ? {} : { due: day }) }
}

export const openFormEndpoint = endpoint({
  route: openForm,
  load: async (ask, reader) => {
    const { input, town } = ask
    if (input.content.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(input.content)) return fieldProblem('content', 'not-base64')
    const about = aboutFields(input)
    if (isRefusal(about)) return about
    const given = Buffer.from(input.content, 'base64')
    const [known] = await findForms(reader, town.schema, { hash: hashOf(given) })
    if (known !== undefined) return { known, fields: undefined, files: [] }
    const read = await readFormApart(given)
    if (isRefusal(read)) return fieldProblem('content', read.code, read.details)
    const found = formBlanks(read.sheets)
    if (isRefusal(found)) return fieldProblem('content', found.code, found.details)
    const suggested = suggestForm(found, read.sheets, ask)
    const earlier = await findMappings(reader, town.schema, mostEarlier)
    const before = recogniseForm([...suggested.cells, ...suggested.lists.flatMap((list) => list.columns)], earlier)
    const carried = before === undefined ? undefined : carryMapping(before.mapping, suggested.cells, suggested.lists)
    const mapping = keptMapping(carried ?? suggested)
    const turned = hashOf(read.bytes) === hashOf(given) ? undefined : given
    const name = fileName(input.name.replace(/\.(xlsx|xls|et)$/i, ''), turned === undefined ? 'xlsx' : 'xls')
    const same = carried !== undefined && carried.added.length === 0
    const fields: Fields = {
      title: formTitle(read.sheets, name),
      name,
      hash: hashOf(read.bytes),
      original: turned === undefined ? null : hashOf(turned),
      before: before === undefined ? null : String(before.id),
      mapping: JSON.stringify(mapping),
      blanks: String(countBlanks(mapping).blanks),
      bound: String(countBlanks(mapping).bound),
      state: same ? 'ready' : 'draft',
      ...about,
    }
    return { known: undefined, before: before?.id ?? null, fields, files: [Buffer.from(read.bytes), ...(turned === undefined ? [] : [turned])] }
  },
  prepare: async (seen, { town }) => {
    for (const [at, bytes] of seen.files.entries()) await putFile(town.db.pool, town.schema, { hash: hashOf(bytes), mediaType: at === 0 ? mediaTypes.xlsx : 'application/vnd.ms-excel', bytes })
    return seen
  },
  decide: ({ fields }, { caller, book, today }) => ({
    changes: fields === undefined ? [] : [{ act: 'create', verb: openForm.verb, ledger: 'form', spans: [{ from: null, to: null, fields: { org: caller.posts[0]?.org ?? book.orgs.root, day: today, ...fields } }] }],
  }),
  present: ({ known, before }, _, { id }) => ({ form: known?.id ?? id, known: known !== undefined, before: known === undefined ? (before ?? null) : known.before }),
})

export const listFormsEndpoint = endpoint({
  route: listForms,
  load: async ({ town }, reader) => {
    const [forms, fillings] = [await findForms(reader, town.schema), await findFillings(reader, town.schema)]
    return { forms, fillings, nameOf: await namesOf(reader, town.schema, fillings.map(({ person }) => person)) }
  },
  present: ({ forms, fillings, nameOf }, ask) => ({
    forms: forms.map((form) => {
      const last = fillings.find((each) => each.form === form.id)
      return { ...presentFormRef(form), last: last === undefined ? null : presentFilling(last, ask.caller.person, nameOf) }
    }),
    can: mayIn(ask),
  }),
})

/** What the earlier form of the same heads gave, as long as nobody went through it. */
const carriedIn = async ({ stored }: LoadedForm, suggested: SuggestedForm, ask: Ask<unknown>, reader: Reader) => {
  if (stored.before === null || stored.state !== 'draft') return null
  const carried = carryMapping(await mappingOf(reader, ask.town.schema, stored.before), suggested.cells, suggested.lists)
  const [before] = await findForms(reader, ask.town.schema, { entry: stored.before })
  return { from: stored.before, title: before?.title ?? '', kept: carried.kept, moved: carried.moved.length, added: [...carried.added], gone: [...carried.gone] }
}

export const readFormEndpoint = endpoint({
  route: readForm,
  load: async (ask, reader) => {
    const form = await loadForm(ask, reader)
    if (isRefusal(form)) return form
    const suggested = suggestForm(form.found, form.sheets, ask)
    const fillings = await findFillings(reader, ask.town.schema, form.stored.id)
    return { form, suggested, open: new Set(openLedgers(ask).map(({ ledger }) => ledger.key)), carried: await carriedIn(form, suggested, ask, reader), fillings, nameOf: await namesOf(reader, ask.town.schema, fillings.map(({ person }) => person)) }
  },
  present: ({ form, suggested, carried, fillings, nameOf, open }, ask) => ({
    ...presentFormRef(form.stored),
    sheets: presentSheets(form.sheets),
    ...presentBlanks(form, suggested, (ledger) => open.has(ledger)),
    carried,
    fillings: fillings.map((each) => presentFilling(each, ask.caller.person, nameOf)),
    can: mayIn(ask),
  }),
})

export const mapFormEndpoint = endpoint({
  route: mapForm,
  load: async (ask, reader) => {
    const form = await loadForm(ask, reader)
    if (isRefusal(form)) return form
    const problem = mappingProblem(ask.input, ask)
    if (problem !== undefined) return problem
    const mapping = mapBlanks(form.mapping, keptMapping(suggestForm(form.found, form.sheets, ask)), ask.input)
    return isRefusal(mapping) ? mapping : { form, mapping }
  },
  decide: ({ form, mapping }, { input }) => {
    const { blanks, bound } = countBlanks(mapping)
    return { changes: [{ act: 'correct', verb: mapForm.verb, ledger: 'form', entry: form.stored.id, saw: input.saw, set: { mapping: JSON.stringify(mapping), blanks: String(blanks), bound: String(bound), state: 'ready' } }] }
  },
  present: ({ form }, _, { journal }) => ({ form: form.stored.id, version: journal }),
})

export const describeFormEndpoint = endpoint({
  route: describeForm,
  load: async (ask, reader) => {
    const about = aboutFields(ask.input)
    if (isRefusal(about)) return about
    const form = await findForm(ask, reader)
    return isRefusal(form) ? form : { form, about }
  },
  decide: ({ form, about }, { input }) => ({ changes: [{ act: 'correct', verb: describeForm.verb, ledger: 'form', entry: form.id, saw: input.saw, set: about }] }),
  present: ({ form }, _, { journal }) => ({ form: form.id, version: journal }),
})

export const voidFormEndpoint = endpoint({
  route: voidForm,
  load: findForm,
  decide: ({ id }, { input }) => ({ changes: [{ act: 'void', verb: voidForm.verb, ledger: 'form', entry: id, saw: input.saw }], reason: input.reason }),
  present: ({ id }, _, { journal }) => ({ form: id, journal }),
})

export const readSavedEndpoint = endpoint({
  route: readSaved,
  load: async ({ town }, reader) => savedCells(await countedFillings(reader, town.schema), await savedInEntries(reader, town.schema)),
  present: ({ total, months }) => ({ total, months: [...months] }),
})

