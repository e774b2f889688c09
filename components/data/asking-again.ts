import { mayPass } from './may-pass'

export const askAgainMs = 3000

interface Asked<Data> {
  readonly state: { readonly status: string; readonly error: unknown; readonly data: Data | undefined }
}

/**
 * When a query is asked again by itself (its `refetchInterval`): soon after a failure that may pass, never after one
 * that cannot, else as usual. Every query with an interval of its own takes it from here: an interval replaces what
 * follows a failure.
 */
export const askingAgain =
  <Data>(usual: number | false | ((data: Data | undefined) => number | false)) =>
  ({ state }: Asked<Data>): number | false => {
    if (state.status === 'error') return mayPass(state.error) ? askAgainMs : false
    return typeof usual === 'function' ? usual(state.data) : usual
  }
