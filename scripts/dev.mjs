/** `npm run dev`: the product from its sources, with hot reload. */
import { checkNode, generateClient, installPackages } from './set-up.mjs'

checkNode()
await installPackages()
await generateClient()
const { createServer } = await import('vite')

const vite = await createServer({ server: { middlewareMode: true } })
const { startServer, runOrExplain } = await vite.ssrLoadModule('./server/start.ts')
await runOrExplain(() =>
  startServer({
    build: () => vite.ssrLoadModule('virtual:remix/server-build'),
    developmentMiddleware: vite.middlewares,
  }),
)
