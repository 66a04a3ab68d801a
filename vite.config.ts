import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import remixConfig from './remix.config.js'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * The server and the command line are built together with the Remix bundle, as further entries of
 * one module graph: the database, the queue and the log exist once per process, and services are not
 * bundled twice.
 */
function programEntries(): Plugin {
  return {
    name: 'wardround-program-entries',
    config(_config, { isSsrBuild, command }) {
      if (!isSsrBuild || command !== 'build') return
      return {
        build: {
          target: 'node20',
          minify: false,
          rollupOptions: {
            output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
          },
        },
      }
    },
    configResolved(config) {
      if (config.command !== 'build' || !config.build.ssr) return
      config.build.rollupOptions.input = {
        server: at('./server/index.ts'),
        wardround: at('./cli/index.ts'),
      }
    },
  }
}

export default defineConfig({
  plugins: [remix(remixConfig), tailwindcss(), programEntries()],
  resolve: { alias: { '~emails': at('./emails'), '~tests': at('./tests'), '~': at('./app') } },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  server: { hmr: { port: 24_678 } },
})
