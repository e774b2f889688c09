// Preloaded into every part (node --import). When the supervisor is gone, however it went, its pipe closes: the part
// asks itself to end, and ends for certain a little later: a server alone waits for open event streams for ever.
import process from 'node:process'

const patienceMs = Number(process.env.ENVTUNE_STOP_PATIENCE_MS ?? 5_000)

process.once('SIGTERM', endSoon)

if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  // listening must not keep a part alive that has nothing left to do
  process.channel.unref()
}

function endSoon() {
  setTimeout(() => process.exit(0), patienceMs).unref()
}
