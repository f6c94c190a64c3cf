import { FailedState } from '../ui/FailedState.tsx'
import { ApiError } from './errors.ts'

/** In place of a screen that could not be shown: what it needs has not come, or it broke. */
export const ScreenFailed = ({ error }: { readonly error: unknown }) => <FailedState error={navigator.onLine ? error : notKept} retry={() => window.location.reload()} />

const notKept = new ApiError({ status: 0, code: 'unreachable', message: { zh: '没有网络，这一页没有存在本机，打不开。', en: 'There is no network, and this page is not kept on the device.' } })
