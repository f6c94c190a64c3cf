import { Written } from './Written.tsx'

/** So much of a text is shown in a cell of a preview. */
const most = 80

/** A text of any length in a cell that shows its beginning; the whole of it on pointing. */
export const CutText = ({ text }: { readonly text: string }) => (text.length <= most ? <Written text={text} /> : <Written title={text.slice(0, 2000)} text={`${text.slice(0, most)}…`} />)
