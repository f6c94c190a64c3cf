import type { Span } from '../../../../core/ledger/entry.ts'
import type { Day } from '../../../../core/time/day.ts'
import type { Month } from '../../../../core/time/month.ts'
import { villageCodes } from '../../orgs.ts'
import { contradiction } from '../aims.ts'
import type { Ground } from '../ground.ts'
import { identityOf, personName } from '../invented.ts'
import type { Source } from '../source.ts'
import { villageSizes, writeAmount } from '../source.ts'

/**
 * Allowances of the very old: every recipient is paid month by month by age band, newcomers join and others leave,
 * and what the even rates leave over is paid back to some. Recipients and money both come out exactly.
 */
export const oldAge = (g: Ground): Source => {
  const recipients = g.series('old_age_recipients')
  const money = g.series('old_age_allowance')
  let offset = 0
  const plans = g.halves.map((half, at) => {
    const people = Math.round((recipients.totals[at] ?? 0) / half.share)
    const plan = planHalf(g, at, people, money.totals[at] ?? 0, offset)
    offset += Math.round(people * 0.03)
    return { half, ...plan }
  })
  return {
    ledger: 'old-age-payment',
    opening: () => [],
    month: (month: Month): readonly Span[] => {
      const plan = plans.find((each) => each.half.months.includes(month))
      if (plan === undefined) return []
      const at = plan.half.months.indexOf(month)
      const day = `${month}-10` as Day
      return plan.people.flatMap((person): readonly Span[] => {
        if (at < person.first || at > person.last) return []
        const extra = at === person.first ? person.backPay : 0
        const amount = writeAmount(person.monthly + extra, money.decimals)
        return [{ from: null, to: null, fields: { day, org: person.org, person: person.name, identity: person.identity, band: person.band, amount, reason: extra > 0 ? 'back-pay' : 'monthly' } }]
      })
    },
  }
}

type Recipient = { readonly org: string; readonly name: string; readonly identity: string; readonly band: string; readonly first: number; readonly last: number; readonly monthly: number; readonly backPay: number }

const planHalf = (g: Ground, at: number, count: number, total: number, offset: number): { readonly people: readonly Recipient[] } => {
  const half = g.halves[at]
  const months = half?.months.length ?? 0
  const year = Number(half?.key.slice(0, 4))
  const draw = g.random.fork(`old-age/${half?.key ?? ''}`)
  const base = Array.from({ length: count }, (_, n) => {
    const { identity, born } = identityOf(offset + n)
    const band = year - born >= 100 ? '100' : year - born >= 90 ? '90' : '80'
    const turn = draw.unit()
    return { ...resident(g, offset + n), identity, band, share: shares[band] ?? 1, first: turn < 0.05 ? draw.below(months) : 0, last: turn > 0.95 ? draw.below(months) : months - 1 }
  })
  const weight = base.reduce((all, each) => all + each.share * (each.last - each.first + 1), 0)
  const rate = weight === 0 ? 0 : Math.floor(total / weight)
  if (count === 0 ? total > 0 : rate === 0) return contradiction('高龄津贴与人数不相称', 'the old-age allowance does not fit its recipients')
  const over = total - rate * weight
  const payees = Math.min(count, Math.max(1, Math.floor(count / 20)))
  const each = Math.floor(over / Math.max(1, payees))
  const step = Math.max(1, Math.floor(count / Math.max(1, payees)))
  return {
    people: base.map((person, n) => {
      const chosen = n % step === 0 && n / step < payees
      const backPay = chosen ? each + (n === 0 ? over - each * payees : 0) : 0
      return { ...person, monthly: rate * person.share, backPay }
    }),
  }
}

const shares: Readonly<Record<string, number>> = { '80': 1, '90': 2, '100': 6 }

/** Where the n-th recipient lives and what she is called stay the same from month to month. */
const resident = (g: Ground, n: number): { readonly org: string; readonly name: string } => {
  const draw = g.random.fork(`old-age-resident/${n}`)
  const at = draw.unit() * villageSizes.reduce((all, size) => all + size, 0)
  let upTo = 0
  const village = villageCodes[villageSizes.findIndex((size) => at < (upTo += size))] ?? villageCodes[0] ?? ''
  return { org: village, name: personName(draw) }
}
