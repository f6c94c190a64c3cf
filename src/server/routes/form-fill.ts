import { fetchForm, fillForm, previewForm } from '../../api/form.ts'
import { placeOf } from '../../core/filling/binding.ts'
import { fileName } from '../../core/ledger/attached.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { titleOf } from '../../core/time/period.ts'
import { getFile, hashOf, putFile } from '../../store/files.ts'
import { findFillings } from '../../store/forms.ts'
import { mediaTypes } from '../document/media-type.ts'
import { endpoint } from '../endpoint.ts'
import { fillLoaded } from '../filling/fill-loaded.ts'
import { formFiles } from '../filling/form-file.ts'
import { findForm, loadForm } from '../filling/load-form.ts'
import { mayFetch, presentPreview } from '../present-form.ts'
import { fieldProblem, readPeriod } from '../read-scope.ts'
import { record } from './personal.ts'

export const previewFormEndpoint = endpoint({
  route: previewForm,
  load: async (ask, reader) => {
    const period = readPeriod(ask.input.period)
    if (isRefusal(period)) return period
    const form = await loadForm(ask, reader)
    return isRefusal(form) ? form : { form, filled: await fillLoaded(ask, reader, form, period, []) }
  },
  present: ({ form, filled }) => presentPreview(form, filled),
})

/** A form is filled once somebody has gone through what fills it; nobody is filled in for by a guess. */
export const fillFormEndpoint = endpoint({
  route: fillForm,
  load: async (ask, reader) => {
    const period = readPeriod(ask.input.period)
    if (isRefusal(period)) return period
    const form = await loadForm(ask, reader)
    if (isRefusal(form)) return form
    const places = new Set(form.found.blanks.map(placeOf))
    const stranger = ask.input.typed.find((each) => !places.has(placeOf(each)))
    if (stranger !== undefined) return fieldProblem('typed', 'form-not-blank', { cell: stranger.cell })
    if (form.stored.state !== 'ready') return refuse('form-not-ready')
    const filled = await fillLoaded(ask, reader, form, period, ask.input.typed)
    const files = await formFiles(ask, form, filled, ask.input.sources)
    if (isRefusal(files)) return files
    const name = fileName(`${form.stored.name.replace(/\.[^.]*$/, '')}（${titleOf(period).zh}）`, 'xlsx')
    return { form, filled, files, name, hash: hashOf(files.form), source: files.source === null ? null : hashOf(files.source) }
  },
  prepare: async (seen, ask) => {
    const { town } = ask
    for (const { list, rows, personal } of seen.filled.lists) {
      if (personal.length === 0 || list.ledger === null) continue
      const read = await record(ask, { verb: 'form.fill', ledger: list.ledger, entry: null, field: personal.join(','), rows: rows.length, purpose: '' })
      if (isRefusal(read)) return read
    }
    for (const bytes of [seen.files.form, ...(seen.files.source === null ? [] : [seen.files.source])]) await putFile(town.db.pool, town.schema, { hash: hashOf(bytes), mediaType: mediaTypes.xlsx, bytes })
    return seen
  },
  decide: ({ form, filled: { period, asOf, counts, lists }, name, hash, source }, { caller, book, today }) => ({
    changes: [
      {
        act: 'create',
        verb: fillForm.verb,
        ledger: 'filling',
        spans: [{ from: null, to: null, fields: { form: String(form.stored.id), org: caller.posts[0]?.org ?? book.orgs.root, day: today, period: period.key, person: String(caller.person), name, hash, source, lists: lists.some(({ rows }) => rows.length > 0), book: String(counts.book), typed: String(counts.typed), none: String(counts.none), journal: String(asOf) } }],
      },
    ],
  }),
  present: ({ filled, files, name }, _, { id, journal }) => ({ filling: id, name, counts: { ...filled.counts }, left: files.left, journal }),
})

export const fetchFormEndpoint = endpoint({
  route: fetchForm,
  load: async (ask, reader) => {
    const { input, town, caller } = ask
    const form = await findForm(ask, reader)
    if (isRefusal(form)) return form
    if (input.filling === undefined) return { name: form.name, file: await getFile(reader, town.schema, form.original ?? form.hash) }
    const filling = (await findFillings(reader, town.schema, form.id)).find(({ id }) => id === input.filling)
    const hash = input.part === 'source' ? filling?.source : filling?.hash
    if (filling === undefined || hash === undefined || hash === null) return refuse('not-found', { what: `#${input.filling}` })
    if (!mayFetch(filling, caller.person)) return refuse('forbidden', { verb: fetchForm.verb })
    return { name: input.part === 'source' ? filling.name.replace(/\.xlsx$/, '—数据来源.xlsx') : filling.name, file: await getFile(reader, town.schema, hash) }
  },
  present: ({ name, file }) => ({ bytes: file.bytes, type: file.mediaType, name }),
})
