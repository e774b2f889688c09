import fc from 'fast-check'

// A setup file of vitest: a property that fails, fails again.
fc.configureGlobal({ seed: 20_261_121 })
