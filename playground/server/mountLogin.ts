import { type Connect, createServer, type Plugin, type ViteDevServer } from 'vite';

/**
 * Answers under `/auth` of the development server, and of a preview of the built page, where the environment has a
 * client secret.
 */
export const mountLogin = (): Plugin => ({
  name: 'mount-login',
  configureServer(server) {
    mount(server.middlewares, server);
  },
  async configurePreviewServer({ middlewares, config }) {
    const sources = await createServer({
      configFile: false,
      root: config.root,
      appType: 'custom',
      logLevel: 'error',
      server: { middlewareMode: true, ws: false, watch: null },
      optimizeDeps: { noDiscovery: true },
      ssr: { resolve: { conditions: config.ssr.resolve?.conditions ?? [] } },
    });
    mount(middlewares, sources);
  },
});

/** @param sources - Finds the sources of the packages. */
function mount(middlewares: Connect.Server, sources: ViteDevServer): void {
  if (!process.env['AUTH0_CLIENT_SECRET']) return;
  middlewares.use((incoming, outgoing, next) => {
    if (!incoming.url?.startsWith('/auth/')) return next();
    const loaded = sources.ssrLoadModule('/server/login.ts');
    void loaded.then(({ login }) => login(incoming, outgoing), next);
  });
}
