import { isRefusal } from '../core/refusal/refusal.ts'
import type { Endpoint } from './call.ts'

/** How often a call is judged anew because something else was recorded while it was. */
const again = 5

/** An endpoint whose call is judged anew where it met another: what stands by then either lets it be, or says why not. */
export const judgedAgain = ({ route, run }: Endpoint): Endpoint => ({
  route,
  run: async (call) => {
    for (let turn = 1; ; turn += 1) {
      const answer = await run(call)
      if (turn === again || !isRefusal(answer) || (answer.code !== 'stale-version' && answer.code !== 'not-unique')) return answer
    }
  },
})
