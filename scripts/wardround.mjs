#!/usr/bin/env node
/** The `wardround` command of a checkout: sets up what is missing, then runs the built command. */
import { setUp } from './set-up.mjs'

await setUp()
process.env.NODE_ENV ??= 'production'
await import('../build/server/wardround.js')
