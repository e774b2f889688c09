import { describe, expect, it } from 'vitest'
import { searchSettingsSchema } from '@/server/core/chat/search-settings'
import { db } from '@/server/db/client'
import { findSearchProvider } from '@/server/db/search-providers'
import { findOrAddSearch } from './find-or-add-search'
import { listSearchProviders } from './list-search-providers'
import { removeSearchProvider } from './remove-search-provider'
import { saveSearchProvider } from './save-search-provider'
import { openSearchKey } from './search-key'

const live = searchSettingsSchema.parse({ baseUrl: 'https://search.example/', recording: 'may' })
const named = (search?: string, recording?: string, key?: string) => findOrAddSearch({ search, recording, key })

describe('what answers web search', () => {
  it('keeps its key to itself, until it is forgotten', async () => {
    const { id } = await saveSearchProvider({ id: null, name: 'lab', settings: live, key: 'key-of-the-lab' })
    expect(JSON.stringify(await listSearchProviders())).not.toContain('key-of-the-lab')
    const stored = await db().searchProvider.findUniqueOrThrow({ where: { id } })
    expect(Buffer.from(stored.secret ?? []).toString('latin1')).not.toContain('key-of-the-lab')
    expect(openSearchKey({ id, secret: stored.secret })).toBe('key-of-the-lab')
    await saveSearchProvider({ id, name: 'the lab', settings: live })
    expect((await findSearchProvider(id))?.secret).not.toBeNull()
    await saveSearchProvider({ id, name: 'the lab', settings: live, key: null })
    expect(await findSearchProvider(id)).toMatchObject({ name: 'the lab', secret: null })
    await expect(saveSearchProvider({ id: null, name: 'the lab', settings: live })).rejects.toMatchObject({
      ...{ code: 'CONFLICT', field: 'name' },
    })
  })

  it('inside this machine is refused at its field unless the operator has named it', async () => {
    const settings = searchSettingsSchema.parse({ baseUrl: 'http://127.0.0.1:8080' })
    await expect(saveSearchProvider({ id: null, name: 'inside', settings })).rejects.toMatchObject({
      ...{ code: 'BAD_INPUT', field: 'settings.baseUrl', message: expect.stringContaining('ENVTUNE_SEARCH_HOSTS') },
    })
  })

  it('is found by its name, or by what it is; what is new is stored', async () => {
    const lab = (await listSearchProviders()).find(({ name }) => name === 'the lab')?.id
    expect(await named()).toBeNull()
    expect(await named('the lab')).toBe(lab)
    expect(await named('https://search.example', 'may')).toBe(lab)
    const recorded = await named(undefined, 'may')
    expect(recorded).not.toBe(lab)
    expect(await named(undefined, 'may')).toBe(recorded)
    const other = await named('https://other.example', undefined, 'its-key')
    expect(await findSearchProvider(other ?? 0)).toMatchObject({ name: 'other.example', settings: { recording: null } })
  })

  it('that nobody knows is told with what there is', async () => {
    await expect(named('nowhere')).rejects.toThrow(/stored: .*the lab.*Or name an address/)
    await expect(named('the lab', 'june')).rejects.toThrow('--search the lab --recording june')
    await expect(named(undefined, 'May 1')).rejects.toThrow('lower-case words joined by hyphens')
  })

  it('is removed with its key once no evaluation needs it', async () => {
    const { id } = await saveSearchProvider({ id: null, name: 'for a while', settings: live, key: 'its-key' })
    const backend = await db().backend.create({ data: { name: 'endpoint', kind: 'endpoint' } })
    const { id: run } = await db().run.create({
      data: {
        ...{ name: 'searching', kind: 'evaluation', snapshot: { search: { id } }, seed: 0, launchGroup: 'searching' },
        ...{ backendId: backend.id, stageCount: 0 },
      },
    })
    await expect(removeSearchProvider(id)).rejects.toMatchObject({
      ...{ code: 'CONFLICT', message: expect.stringContaining(`Evaluation ${run} still needs it`) },
    })
    await db().run.update({ where: { id: run }, data: { status: 'finished' } })
    await removeSearchProvider(id)
    expect(await findSearchProvider(id)).toBeNull()
    await expect(removeSearchProvider(id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
