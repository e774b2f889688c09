import { describe, expect, it } from 'vitest'
import { refusalOfAddress } from '@/server/endpoints/web/address-guard'
import { refusalOfUrl, webhookGuard } from './webhook-address'

describe('where a webhook may call', () => {
  it.each(['https://hooks.example.com/a?b=c', 'http://93.184.216.34/x', 'https://[2606:2800:220:1::1]/'])(
    'is %s',
    (url) => expect(refusalOfUrl(url, [])).toBeNull(),
  )

  it.each([
    ['http://127.0.0.1:9000/', '127.0.0.1'],
    ['http://localhost/', 'localhost'],
    ['http://10.1.2.3/', '10.1.2.3'],
    ['http://192.168.0.7/', '192.168.0.7'],
    ['http://[::1]/', '::1'],
    ['http://[fd12::1]/', 'fd12::1'],
    ['http://[::ffff:127.0.0.1]/', '::ffff:7f00:1'],
    ['http://2130706433/', '127.0.0.1'],
  ])('is %s only where the operator has named it', (url, host) => {
    expect(refusalOfUrl(url, [])).toContain('ENVTUNE_WEBHOOK_HOSTS')
    expect(refusalOfUrl(url, [host])).toBeNull()
  })

  it.each([
    'http://169.254.169.254/latest',
    'http://0.0.0.0/',
    'http://[fe80::1]/',
    'http://224.0.0.1/',
    'http://[::]/',
  ])('is never %s', (url) =>
    expect(refusalOfUrl(url, [new URL(url).hostname.replace(/^\[|\]$/g, '')])).toContain('no webhook may call'),
  )

  it.each(['', 'hooks.example.com', 'file:///etc/passwd', 'ftp://a/b', 'http://name:secret@example.com/'])(
    'is not %j',
    (url) => expect(refusalOfUrl(url, [])).not.toBeNull(),
  )

  it('is decided by the address that a name leads to', () => {
    expect(refusalOfAddress('10.0.0.5', 'hooks.example.com', webhookGuard([]))).toContain(
      'hooks.example.com is at 10.0.0.5',
    )
    expect(refusalOfAddress('10.0.0.5', 'hooks.example.com', webhookGuard(['hooks.example.com']))).toBeNull()
    expect(refusalOfAddress('93.184.216.34', 'hooks.example.com', webhookGuard([]))).toBeNull()
  })
})
