import module from '@rudderstack/rudder-sdk-node'

const RudderAnalytics = module.default ?? module
const [, , host, writeKey, count, prefix] = process.argv
let failures = 0
const client = new RudderAnalytics(writeKey, {
  dataPlaneUrl: host, flushAt: 20, flushInterval: 500,
  // Three retries, as it has them without this, are over within a second: less than any restart.
  retryCount: 9, errorHandler: () => { failures++ } })
for (let n = 0; n < Number(count); n++) {
  client.track({ userId: `${prefix}-${n}`, event: 'Order Completed', messageId: `${prefix}-${n}`,
    properties: { order_id: `R-${n}`, total: 12.5, currency: 'GBP' } })
  if (n % 50 === 0) await new Promise((done) => setTimeout(done, 20))
}
await client.flush()
await new Promise((done) => setTimeout(done, 3000))
await client.flush()
console.log(`failures ${failures}`)
process.exit(0)
