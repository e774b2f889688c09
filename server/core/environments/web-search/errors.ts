import { str } from '../shared/text'
import type { ErrorCatalogue } from '../shared/tool-error'

/** Error codes of WebSearchAPI. */
export const errors: ErrorCatalogue = {
  search_not_asked: {
    summary: 'A search whose results are not known here: whoever plays the episode has to ask for them.',
    fields: ['keywords', 'region'],
    message: () => 'The web cannot be searched from here.',
  },
  page_not_asked: {
    summary: 'A page whose content is not known here: whoever plays the episode has to ask for it.',
    fields: ['url'],
    message: () => 'Pages cannot be fetched from here.',
  },
  no_results: {
    summary: 'The search found nothing.',
    fields: ['keywords', 'region'],
    message: () => 'Failed to retrieve the search results from server. Please try again later.',
  },
  invalid_url: {
    summary: 'An address that is neither http nor https.',
    fields: ['url'],
    raises: true,
    message: ({ url }) => `Invalid URL: ${str(url ?? null)}`,
  },
  unsupported_mode: {
    summary: 'A mode that is none of raw, markdown and truncate.',
    fields: ['url', 'mode'],
    message: ({ url, mode }) =>
      `An error occurred while fetching ${str(url ?? null)}: Unsupported mode: ${str(mode ?? null)}`,
  },
  page_failed: {
    summary: 'The page is not to be had.',
    fields: ['url', 'reason'],
    message: ({ url, reason }) => `An error occurred while fetching ${str(url ?? null)}: ${str(reason ?? null)}`,
  },
}
