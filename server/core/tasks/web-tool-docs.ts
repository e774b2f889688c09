import type { ToolDoc } from './task'

/** Regions that the search engine knows, as country and language; `wt-wt` is none. */
const regions = (
  'xa-ar xa-en ar-es au-en at-de be-fr be-nl br-pt bg-bg ca-en ca-fr ct-ca cl-es cn-zh co-es hr-hr cz-cs dk-da ee-et ' +
  'fi-fi fr-fr de-de gr-el hk-tzh hu-hu in-en id-id id-en ie-en il-he it-it jp-jp kr-kr lv-lv lt-lt xl-es my-ms ' +
  'my-en mx-es nl-nl nz-en no-no pe-es ph-en ph-tl pl-pl pt-pt ro-ro ru-ru sg-en sk-sk sl-sl za-en es-es se-sv ' +
  'ch-de ch-fr ch-it tw-tzh th-th tr-tr ua-uk uk-en us-en ue-es ve-es vn-vi wt-wt'
).split(' ')

/** What the tools of web search do, for data folders that come without their documentation. */
export const webToolDocs: readonly ToolDoc[] = [
  {
    name: 'search_engine_query',
    description: 'Asks a web search engine and lists what it found, best first.',
    parameters: {
      type: 'dict',
      properties: {
        keywords: { type: 'string', description: 'What to look for.' },
        max_results: { type: 'integer', description: 'List at most so many results.', default: 10 },
        region: {
          type: 'string',
          description: 'Country and language of the search, such as us-en; wt-wt looks everywhere.',
          default: 'wt-wt',
          enum: regions,
        },
      },
      required: ['keywords'],
    },
  },
  {
    name: 'fetch_url_content',
    description: 'Opens a web page and gives its content.',
    parameters: {
      type: 'dict',
      properties: {
        url: { type: 'string', description: 'Address of the page, beginning with http:// or https://.' },
        mode: {
          type: 'string',
          description:
            'How the content is given: raw is the HTML itself, markdown is the page as Markdown, truncate is its ' +
            'words alone, without scripts and styles.',
          default: 'raw',
          enum: ['raw', 'markdown', 'truncate'],
        },
      },
      required: ['url'],
    },
  },
]
