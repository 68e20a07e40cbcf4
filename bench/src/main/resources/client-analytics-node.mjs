import { Analytics } from '@segment/analytics-node'

const [, , host, writeKey, count, prefix] = process.argv
const analytics = new Analytics({ writeKey, host, flushAt: 15, flushInterval: 500, maxRetries: 10 })
let failures = 0
analytics.on('error', () => { failures++ })
for (let n = 0; n < Number(count); n++) {
  analytics.track({ userId: `${prefix}-${n}`, event: 'Order Completed', messageId: `${prefix}-${n}`,
    properties: { order_id: `N-${n}`, total: 12.5, currency: 'GBP' } })
  if (n % 50 === 0) await new Promise((done) => setTimeout(done, 20))
}
await analytics.closeAndFlush({ timeout: 120000 })
console.log(`failures ${failures}`)
process.exit(failures === 0 ? 0 : 1)
