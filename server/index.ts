import * as build from 'virtual:remix/server-build'
import { runOrExplain, startServer } from './start'

await runOrExplain(() => startServer({ build }))
