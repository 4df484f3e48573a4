import fc from 'fast-check'

// A change is judged by itself, not by the luck of the draw: the same runs each time. `npm run laws` draws anew.
const seed = process.env.ACCORDANT_SEED ?? '20261123'
if (seed !== 'new') fc.configureGlobal({ seed: Number(seed) })
