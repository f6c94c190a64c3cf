import type { ClockOut } from '../../../api/matter.ts'
import type { ClockLine } from '../../../core/matter/explain-clock.ts'
import { useSpeech } from '../../app/i18n.tsx'
import type { LampState } from '../../ui/Lamp.tsx'
import { Lamp } from '../../ui/Lamp.tsx'

const lamps: Readonly<Record<ClockOut['standing'], LampState>> = { running: 'kept', paused: 'none', overdue: 'overdue', 'in-time': 'kept', late: 'overdue' }

/** Every limit of a matter with its standing, its day, and how that day comes about, line by line with its clause. */
export const ClockList = ({ clocks }: { readonly clocks: readonly ClockOut[] }) => {
  const { m, w, lang } = useSpeech()
  const live = (clock: ClockOut): boolean => clock.standing === 'running' || clock.standing === 'paused' || clock.standing === 'overdue'
  return (
    <>
      {[...clocks].sort((a, b) => Number(live(b)) - Number(live(a))).map((clock) => (
        <div key={`${clock.key} ${clock.org?.code ?? ''} ${clock.start}`} className="matter-clock">
          <div className="matter-clock-head">
            <h3>{clock.org === null ? w(clock.title) : m.matter.clockOf(w(clock.title), clock.org[lang])}</h3>
            <Lamp state={clock.party ? 'none' : lamps[clock.standing]} text={clock.party ? m.matter.partyStanding(clock.standing) : live(clock) && clock.standing !== 'paused' ? m.matter.left(clock.left) : m.matter.standing[clock.standing]} />
          </div>
          {clock.standing !== 'paused' && <p>{m.matter.dueOn(clock.legal, clock.safe)}</p>}
          <p className="faint">
            {w(clock.law)}
            {m.matter.sure[clock.sure] !== '' && ` · ${m.matter.sure[clock.sure]}`}
          </p>
          <details open={live(clock)}>
            <summary>{m.matter.why}</summary>
            <ol className="matter-lines">
              {(clock.lines as unknown as readonly ClockLine[]).filter(saysSomething).map((line, at) => (
                <li key={at}>
                  <LineText line={line} clock={clock} />
                </li>
              ))}
            </ol>
          </details>
        </div>
      ))}
    </>
  )
}

/** Where every day is worked there is nothing to say of days of rest. */
const saysSomething = (line: ClockLine): boolean => line.kind !== 'rest' || line.weekends + line.holidays.length + line.madeUp.length > 0

const LineText = ({ line, clock }: { readonly line: ClockLine; readonly clock: ClockOut }) => {
  const { m, w } = useSpeech()
  const told = m.matter.line
  switch (line.kind) {
    case 'start':
      return told.start(line.on, line.clause)
    case 'event':
      return told.event(line.on)
    case 'count':
      return told.count(line.value, line.unit, line.bound, line.clause)
    case 'named':
      return told.named(line.on)
    case 'extend':
      return told.extend(line.extension.on, line.extension.value, line.unit, line.extension.notice, line.extension.reason, line.clause)
    case 'shorten':
      return told.shorten(line.shortening.on, line.shortening.value, line.unit, line.shortening.reason, line.clause)
    case 'pause': {
      const reason = clock.pauses[line.reason]
      return told.pause(line.from, line.to, reason === undefined ? line.reason : w(reason), line.days, line.clause)
    }
    case 'rest':
      return told.rest(line.weekends, line.holidays, line.madeUp)
    case 'end':
      return told.end(line.on)
    case 'roll':
      return told.roll(line.over, line.on, line.clause)
    case 'safe':
      return told.safe(line.on)
    case 'earliest':
      return told.earliest(line.on)
    case 'provisional':
      return told.provisional(line.years)
    case 'stopped':
      return told.stopped(line.on, line.late)
    default:
      return line satisfies never
  }
}
