import { claimSetup } from '../../api/setup.ts'
import { passwordProblem } from '../../core/access/password-rule.ts'
import type { Change } from '../../core/ledger/change.ts'
import type { Refusal } from '../../core/refusal/refusal.ts'
import { isRefusal, refuse } from '../../core/refusal/refusal.ts'
import { firstDayOfOrgs } from '../../core/setup/org-changes.ts'
import { zhejiangTown } from '../../packs/zhejiang-town/pack.ts'
import { createAccount } from '../../store/accounts.ts'
import { installation } from '../../store/town.ts'
import { holding } from '../../store/upkeep.ts'
import type { Call } from '../call.ts'
import { plainEndpoint } from '../call.ts'
import { hashPassword } from '../password.ts'
import { presentSession } from '../present-session.ts'
import { claimedSession, setSessionCookie } from '../session-cookie.ts'
import { firstPasswordProblem } from '../setup/first-password.ts'
import { findSetup, putSetup } from '../setup/setup-mark.ts'
import { signIn } from '../sign-in.ts'

type Claim = { readonly password: string; readonly name: string; readonly login: string; readonly next: string }

/** Makes the first account of a town and signs it in. Of several who try at once, one succeeds; the password is spent with it. */
export const claimSetupEndpoint = plainEndpoint({
  route: claimSetup,
  answer: async (claim, call) => {
    const { house, request, reply } = call
    const problem = await holding(house.town.db, `zhenwu.setup.${house.town.schema}`, () => makeFirst(claim, call))
    if (problem !== undefined) return problem
    const signed = await signIn(house, { login: claim.login, password: claim.next, address: request.ip, at: Date.now(), earlier: claimedSession(request, house) })
    if (isRefusal(signed)) return signed
    setSessionCookie(reply, signed.token, house)
    return presentSession(house, signed.account.person, signed.csrf, false)
  },
})

const makeFirst = async ({ password, name, login, next }: Claim, { house: { town, limits }, request }: Call): Promise<Refusal | undefined> => {
  if (!limits.byAddress.take(request.ip, Date.now()) || !limits.byLogin.take(' setup', Date.now())) return refuse('too-many-requests')
  const { pool } = town.db
  const mark = await findSetup(pool, town.schema)
  const problem = (await firstPasswordProblem(mark, password, Date.now())) ?? passwordProblem(next, login)
  if (problem !== undefined || mark === undefined) return problem
  const outcome = await town.commit({ by: installation, changes: firstPerson(name) })
  if (isRefusal(outcome)) return outcome
  await createAccount(pool, town.schema, { login, person: outcome.entries[0]?.id ?? 0, password: await hashPassword(next) })
  await putSetup(pool, town.schema, { state: 'open', step: mark.step, place: mark.place })
  request.log.warn({ verb: claimSetup.verb }, 'first account made')
  return undefined
}

/** A person of the town office, with its post. */
const firstPerson = (name: string): readonly Change[] => {
  const enter = (ledger: string, fields: Readonly<Record<string, string>>, handle?: string): Change => ({
    act: 'create', verb: `${ledger}.create`, ledger, spans: [{ from: firstDayOfOrgs, to: null, fields }], ...(handle === undefined ? {} : { handle }),
  })
  return [enter('person', { name, org: zhejiangTown.townOffice }, 'first'), enter('post', { person: '@first', role: 'office', org: zhejiangTown.townOffice })]
}
