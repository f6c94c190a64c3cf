import type { Words } from '../../core/words.ts'
import { ApiError } from './errors.ts'
import type { InputOf, LedgerAct, LedgerInput, LedgerOutput, OutputOf, Verb } from './wire.ts'
import { ledgerMethods, methods } from './methods.ts'

/** One call of the wire. Throws ApiError for a refusal and for a server or network that does not answer. `via` sends it another way than fetch. */
export const call = <V extends Verb>(verb: V, input: InputOf<V>, signal?: AbortSignal, via?: typeof fetch): Promise<OutputOf<V>> =>
  send(verb, methods[verb], input as Input, signal, via) as Promise<OutputOf<V>>

/** One call of a declared ledger's own verbs. */
export const callLedger = <A extends LedgerAct>(ledger: string, act: A, input: LedgerInput<A>, signal?: AbortSignal): Promise<LedgerOutput<A>> =>
  send(`${ledger}.${act}`, ledgerMethods[act], input as Input, signal) as Promise<LedgerOutput<A>>

/** A step of a matter, by the verb of its ledger's procedure. */
export const callStep = (ledger: string, step: string, input: { readonly entry: number; readonly given: Readonly<Record<string, string | boolean | null>>; readonly day?: string; readonly once?: string }): Promise<{ readonly id: number; readonly journal: number; readonly state: string }> =>
  send(`${ledger}.${step}`, 'POST', input) as Promise<{ readonly id: number; readonly journal: number; readonly state: string }>

/** A call whose body is a file; its words stand in the address. */
export const sendFile = async <V extends 'import.open' | 'design.open'>(verb: V, input: InputOf<V>, file: Blob, signal?: AbortSignal): Promise<OutputOf<V>> => {
  const response = await reach(fetch, `/api/${verb}${queryText(input as Input)}`, { method: 'POST', credentials: 'same-origin', headers: { accept: 'application/json', 'content-type': 'application/octet-stream', 'x-csrf-token': kept.token ?? '' }, body: file, ...(signal !== undefined && { signal }) })
  return answerOf(response) as Promise<OutputOf<V>>
}

/** Address of a call that answers with a file, for a link. */
export const fileAddress = (verb: 'report.export' | 'edition.export' | 'source.fetch' | 'indicator.export' | 'figure.template' | 'instruction.fetch' | 'import.problems' | 'file.fetch' | 'form.fetch', input: Input): string => `/api/${verb}${queryText(input)}`

/** The same for a declared ledger's own verbs. */
export const ledgerFileAddress = <A extends 'export' | 'template'>(ledger: string, act: A, input: LedgerInput<A>): string => `/api/${ledger}.${act}${queryText(input as Input)}`

/** Remembers the token that writing calls send back; kept in memory only. */
export const keepToken = (token: string | undefined): void => {
  kept.token = token
}

type Input = Readonly<Record<string, unknown>>

const kept: { token: string | undefined } = { token: undefined }

const send = async (verb: string, method: 'GET' | 'POST', input: Input, signal?: AbortSignal, via: typeof fetch = fetch): Promise<unknown> => {
  const response = await reach(via, method === 'GET' ? `/api/${verb}${queryText(input)}` : `/api/${verb}`, {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(method === 'POST' && { 'content-type': 'application/json', 'x-csrf-token': kept.token ?? '' }) },
    ...(method === 'POST' && { body: JSON.stringify(input) }),
    ...(signal !== undefined && { signal }),
  })
  return answerOf(response)
}

const answerOf = async (response: Response): Promise<unknown> => {
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok && body !== undefined) return body
  throw refused(response.status, body)
}

const reach = async (via: typeof fetch, address: string, init: RequestInit): Promise<Response> => {
  try {
    return await via(address, init)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError({ status: 0, code: 'unreachable', message: { zh: '连不上服务器，请检查网络后重试。', en: 'The server cannot be reached; check the network and try again.' } })
  }
}

type ErrorBody = { error?: { code?: string; message?: Words; details?: Record<string, unknown>; fields?: ApiError['fields'] }; requestId?: string }

const refused = (status: number, body: unknown): ApiError => {
  const { error, requestId } = (body ?? {}) as ErrorBody
  return new ApiError({
    status,
    code: error?.code ?? 'internal',
    message: error?.message ?? { zh: '服务器没有正常应答。', en: 'The server did not answer as expected.' },
    ...(error?.details !== undefined && { details: error.details }),
    ...(error?.fields !== undefined && { fields: error.fields }),
    ...(requestId !== undefined && { requestId }),
  })
}

const queryText = (input: Input): string => {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(input)) if (value !== undefined && value !== null && value !== '') query.set(key, String(value))
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
