import { readToday, verifyBook } from '../../api/today.ts'
import { mayUse } from '../../core/access/policy.ts'
import { findCorrections } from '../../store/corrections.ts'
import { missingReports } from '../../store/missing-reports.ts'
import { movedPins } from '../../store/moved-pins.ts'
import { namesOf } from '../../store/people.ts'
import { findEditions } from '../../store/reports.ts'
import type { EditionEntry } from '../../store/reports.ts'
import { verifyTown } from '../../store/verify/verify.ts'
import type { Verified } from '../../store/verify/verify.ts'
import type { Ask, Reader } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { presentCorrection } from '../present-correction.ts'
import { loadAgreeing, presentAgreeing } from '../today-agreeing.ts'
import { loadWaitingAnswers, presentWaitingAnswers } from '../today-answers.ts'

/** What waits for a person: corrections to confirm, what leaders asked, what is to be agreed on, her own that wait, values and answers her office owes, answers to confirm or to accept, editions that have moved. */
export const readTodayEndpoint = endpoint({
  route: readToday,
  load: async (ask, reader) => {
    const { town, caller, book, today } = ask
    const corrections = await findCorrections(reader, town.schema, { state: 'proposed' })
    const reports = mayUse(caller.posts, 'reported.create')
    const offices = new Set(caller.posts.map((post) => post.org))
    const own = reports ? [...book.declared.measures.values()].filter((measure) => offices.has(measure.owner)) : []
    const agreeing = await loadAgreeing(ask, reader)
    return {
      corrections,
      agreeing,
      missing: await missingReports(reader, town.schema, own, today),
      answers: await loadWaitingAnswers(ask, reader),
      restated: await restatedEditions(ask, reader),
      nameOf: await namesOf(reader, town.schema, [...corrections.flatMap((each) => [each.proposer, each.decider]), ...agreeing.people]),
    }
  },
  present: ({ corrections, agreeing, missing, answers, restated, nameOf }, ask) => {
    const shown = (mine: boolean) => corrections.filter((each) => (each.proposer === ask.caller.person) === mine).flatMap((each) => presentCorrection(each, ask, nameOf) ?? [])
    const { head, hash, recordedAt } = ask.book
    return {
      today: ask.today,
      head: { number: head, hash, recordedAt },
      waiting: shown(false).filter((each) => each.can['approve'] === true),
      mine: shown(true),
      missing: missing.map(({ measure, period }) => ({ measure: measure.key, title: measure.title, period })),
      answers: presentWaitingAnswers(answers, ask),
      ...presentAgreeing(agreeing, nameOf),
      restated,
    }
  },
})

/** The last edition of each report, where its figures have moved since. */
const restatedEditions = async ({ caller, town, book }: Ask<unknown>, reader: Reader) => {
  if (!mayUse(caller.posts, 'edition.read')) return []
  const last = new Map<number, EditionEntry>()
  for (const edition of await findEditions(reader, town.schema, 'all')) last.set(edition.report, edition)
  const restated = []
  for (const edition of last.values()) {
    const { length } = await movedPins(reader, town.schema, book, edition.pins)
    if (length > 0) restated.push({ edition: edition.id, number: edition.number, title: edition.document.title, figures: length })
  }
  return restated
}

/** Checks under way, by schema: whoever asks meanwhile gets the same answer. */
const verifying = new Map<string, Promise<Verified>>()

export const verifyBookEndpoint = endpoint({
  route: verifyBook,
  load: async () => ({}),
  present: async (_, { town }) => {
    const running = verifying.get(town.schema) ?? verifyTown(town.db, town).finally(() => verifying.delete(town.schema))
    verifying.set(town.schema, running)
    const { ok, journal, figures, differences } = await running
    return { ok, journal, figures, differences: differences.map(({ kind, where, expected, found }) => ({ kind, where, expected, found })) }
  },
})
