import { Button, Checkbox } from 'antd'
import { useSpeech } from '../../app/i18n.tsx'
import type { OutputOf } from '../../app/wire.ts'
import { inLineOrder } from '../../messages/lines.ts'
import { OrgPicker } from '../../ui/OrgPicker.tsx'
import { Refused } from '../../ui/Refused.tsx'
import type { useLedgerChoice } from './useLedgerChoice.ts'
import './setup.css'

type Props = { readonly setup: OutputOf<'setup.read'>; readonly it: ReturnType<typeof useLedgerChoice> }

/** The ledgers of the pack by line of work, each with what it is for. */
export const LedgerChoice = ({ setup, it }: Props) => {
  const { m, w } = useSpeech()
  const keysOf = (ledgers: readonly { readonly key: string; readonly declared: boolean }[]) => ledgers.filter((ledger) => !ledger.declared).map((ledger) => ledger.key)
  return (
    <>
      <p className="form-about">{m.setup.ledgersAbout(w(setup.pack))}</p>
      <Refused error={it.save.error} />
      {it.save.data !== undefined && it.save.data !== null && <p role="status">{m.setup.taken(it.save.data.ledgers, it.save.data.measures)}</p>}
      {it.open.length === 0 ? (
        <p>{m.setup.allTaken}</p>
      ) : (
        <div className="people-tools">
          <Button onClick={() => it.choose(keysOf(it.open), true)}>{m.setup.all}</Button>
          <Button onClick={() => it.choose(keysOf(it.open), false)} disabled={it.taking.length === 0}>
            {m.setup.none}
          </Button>
          <span className="faint setup-count" role="status">
            {m.setup.chosen(it.taking.length, it.open.length)}
          </span>
        </div>
      )}
      {it.lacks.length > 0 && (
        <fieldset className="setup-stand-ins">
          <legend>{m.setup.standIns}</legend>
          {it.lacks.map(({ office, name }) => (
            <label key={office}>
              <span>{w(name)}</span>
              <OrgPicker id={`stand-in-${office}`} className="field-select" value={it.standIns.get(office) ?? null} onChange={(org) => it.standIn(office, org)} />
            </label>
          ))}
        </fieldset>
      )}
      {[...setup.lines].sort((a, b) => inLineOrder(a.key, b.key)).map((line) => {
        const free = keysOf(line.ledgers)
        const on = free.filter((key) => it.chosen.has(key)).length
        return (
          <fieldset key={line.key} className="setup-line">
            <legend>
              <Checkbox disabled={free.length === 0} checked={free.length === 0 || on === free.length} indeterminate={on > 0 && on < free.length} onChange={(event) => it.choose(free, event.target.checked)} aria-label={m.setup.allOf(m.line(line.key))}>
                {m.line(line.key)}
              </Checkbox>
            </legend>
            <ul>
              {line.ledgers.map((ledger) => (
                <li key={ledger.key}>
                  <Checkbox disabled={ledger.declared} checked={ledger.declared || it.chosen.has(ledger.key)} onChange={(event) => it.choose([ledger.key], event.target.checked)}>
                    {w(ledger.title)}
                  </Checkbox>
                  <p>{w(ledger.about)}</p>
                  <small>{[ledger.declared ? m.setup.inUse : '', m.setup.owner(w(ledger.ownerName)), m.setup.measures(ledger.measures), ledger.sensitive ? m.setup.sensitive : ''].filter((part) => part !== '').join(' · ')}</small>
                </li>
              ))}
            </ul>
          </fieldset>
        )
      })}
    </>
  )
}
