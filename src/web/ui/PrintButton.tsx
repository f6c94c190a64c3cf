import { createPortal } from 'react-dom'
import { Button } from 'antd'
import { useSpeech } from '../app/i18n.tsx'
import { useSession } from '../app/session.tsx'
import './print.css'

/** Prints the list of this screen; `covers` says on paper which rows these are; `onPrint` does what comes before. Under the list stands who made it, who checks it, and the day. */
export const PrintButton = ({ covers, onPrint = () => window.print() }: { readonly covers?: string; readonly onPrint?: () => void }) => {
  const { m } = useSpeech()
  const { person, town } = useSession()
  return (
    <>
      <Button className="no-print" onClick={onPrint}>
        {m.indicator.print}
      </Button>
      {covers !== undefined && covers !== '' && <span className="only-print print-covers">{covers}</span>}
      {createPortal(<p className="only-print print-signature">{m.indicator.signature(person.name, town.today)}</p>, document.body)}
    </>
  )
}
