import type { ReactNode } from 'react'
import { useSpeech } from '../../app/i18n.tsx'
import { Lamp } from '../../ui/Lamp.tsx'

type Props = { readonly number: number; readonly title: string; readonly about: string; readonly have: number; readonly of: number; readonly children: ReactNode }

/** One step of the way, with how much of it the book has. */
export const StartStep = ({ number, title, about, have, of, children }: Props) => {
  const { m } = useSpeech()
  const state = have === 0 ? 'none' : have < of ? 'part' : 'done'
  return (
    <li aria-labelledby={`start-${number}`}>
      <header>
        <small>{m.start.step(number)}</small>
        <h2 id={`start-${number}`}>{title}</h2>
        <Lamp state={state === 'done' ? 'kept' : state === 'part' ? 'behind' : 'none'} text={m.start.state[state]} />
      </header>
      <p className="form-hint">{about}</p>
      {children}
    </li>
  )
}
