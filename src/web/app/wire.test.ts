import { expect, test } from 'vitest'
import * as access from '../../api/access.ts'
import * as account from '../../api/account.ts'
import * as answer from '../../api/answer.ts'
import * as batch from '../../api/batch.ts'
import * as calendar from '../../api/calendar.ts'
import * as calling from '../../api/call.ts'
import * as close from '../../api/close.ts'
import * as entryCompare from '../../api/entry-compare.ts'
import * as file from '../../api/file.ts'
import * as personal from '../../api/personal.ts'
import * as design from '../../api/design.ts'
import * as drafting from '../../api/measure-draft.ts'
import * as entry from '../../api/entry.ts'
import * as figure from '../../api/figure.ts'
import * as form from '../../api/form.ts'
import * as freeze from '../../api/freeze.ts'
import * as importing from '../../api/import.ts'
import * as indicator from '../../api/indicator.ts'
import * as org from '../../api/org.ts'
import * as procedure from '../../api/procedure.ts'
import * as publication from '../../api/publication.ts'
import * as reply from '../../api/reply.ts'
import * as roll from '../../api/roll.ts'
import * as brief from '../../api/brief.ts'
import * as report from '../../api/report.ts'
import * as section from '../../api/section.ts'
import * as session from '../../api/session.ts'
import * as setup from '../../api/setup.ts'
import * as source from '../../api/source.ts'
import * as history from '../../api/history.ts'
import * as instruction from '../../api/instruction.ts'
import * as proposal from '../../api/proposal.ts'
import * as remark from '../../api/remark.ts'
import * as start from '../../api/start.ts'
import * as matterTie from '../../api/matter-tie.ts'
import * as deputy from '../../api/deputy.ts'
import * as finding from '../../api/finding.ts'
import * as matter from '../../api/matter.ts'
import * as channel from '../../api/channel.ts'
import * as notice from '../../api/notice.ts'
import * as supervision from '../../api/supervision.ts'
import * as view from '../../api/view.ts'
import * as word from '../../api/word.ts'
import * as template from '../../api/template.ts'
import * as today from '../../api/today.ts'
import * as link from '../../api/link.ts'
import { words } from '../../core/words.ts'
import { ledgerMethods, methods } from './methods.ts'

type Described = { readonly verb: string; readonly method: string }

const isRoute = (value: unknown): value is Described => typeof value === 'object' && value !== null && 'verb' in value && 'method' in value

const described = new Map(
  [
    account,
    answer,
    brief,
    calendar,
    procedure,
    calling,
    close,
    design,
    drafting,
    entry,
    figure,
    form,
    freeze,
    importing,
    indicator,
    org,
    publication,
    reply,
    report,
    roll,
    section,
    session,
    setup,
    start,
    source,
    history,
    instruction,
    proposal,
    remark,
    deputy,
    finding,
    matter,
    notice,
    channel,
    matterTie,
    supervision,
    word,
    template,
    today,
    batch,
    access,
    entryCompare,
    file,
    link,
    personal,
    view,
  ]
    .flatMap((noun): unknown[] => Object.values(noun))
    .filter(isRoute)
    .map((route) => [route.verb, route.method]),
)

test('every call of the screens is a described route and goes out by its method', () => {
  for (const [verb, method] of Object.entries(methods)) expect([verb, described.get(verb)]).toEqual([verb, method])
})

test('the acts of a ledger go out by the methods its routes describe', () => {
  const routes = entry.entryRoutes('hazard', words('隐患', 'Hazards'))
  expect(Object.fromEntries(Object.entries(routes).map(([act, route]) => [act, route.method]))).toEqual(ledgerMethods)
})
