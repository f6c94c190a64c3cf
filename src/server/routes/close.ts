import { createClose, listCloses } from '../../api/close.ts'
import { mayUse } from '../../core/access/policy.ts'
import { refuse } from '../../core/refusal/refusal.ts'
import { lastDay, parseMonth } from '../../core/time/month.ts'
import { listCloses as findCloses } from '../../store/closes.ts'
import { namesOf } from '../../store/people.ts'
import { endpoint } from '../endpoint.ts'
import { fieldProblem } from '../read-scope.ts'
import { openLedgers } from './ledger.ts'

export const listClosesEndpoint = endpoint({
  route: listCloses,
  load: async (ask, reader) => {
    const titles = new Map(openLedgers(ask).map(({ ledger }) => [ledger.key, ledger.title]))
    const closes = (await findCloses(reader, ask.town.schema)).filter((close) => titles.has(close.ledger))
    return { titles, closes, nameOf: await namesOf(reader, ask.town.schema, closes.map((close) => close.person)) }
  },
  present: ({ titles, closes, nameOf }, { caller }) => ({
    closes: closes.flatMap(({ id, ledger, month, person, recordedAt }) => {
      const title = titles.get(ledger)
      return title === undefined ? [] : [{ entry: id, ledger, ledgerTitle: title, month, by: nameOf(person), recordedAt }]
    }),
    can: { create: mayUse(caller.posts, createClose.verb) },
  }),
})

/** A month that is over is closed by the office that keeps the ledger, or by the town office. */
export const createCloseEndpoint = endpoint({
  route: createClose,
  load: async (ask) => {
    const { input, caller, today } = ask
    const ledger = openLedgers(ask).find((each) => each.ledger.key === input.ledger)?.ledger
    if (ledger === undefined) return fieldProblem('ledger', 'not-found', { what: input.ledger })
    const month = parseMonth(input.month)
    if (month === undefined) return fieldProblem('month', 'not-month', { value: input.month })
    if (lastDay(month) >= today) return fieldProblem('month', 'month-not-over', { month })
    const keeps = caller.posts.some((post) => post.org === ledger.owner || post.role === 'office')
    return keeps ? { ledger, month } : refuse('forbidden', { verb: createClose.verb })
  },
  decide: ({ ledger, month }, { book, today }) => ({
    changes: [{ act: 'create', verb: createClose.verb, ledger: 'close', spans: [{ from: null, to: null, fields: { ledger: ledger.key, month, org: book.treeAt(today).root, day: today } }] }],
  }),
  present: (_, __, done) => done,
})
