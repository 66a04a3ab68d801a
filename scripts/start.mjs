/** `npm start`: sets up what is missing, then runs the built product in this process. */
import { setUp } from './set-up.mjs'

await setUp()
process.env.NODE_ENV ??= 'production'
await import('../build/server/server.js')
