import type { Plugin } from 'vite';

/** Answers under `/auth` of the development server, where the environment has a client secret. */
export const mountLogin = (): Plugin => ({
  name: 'mount-login',
  configureServer(server) {
    if (!process.env['AUTH0_CLIENT_SECRET']) return;
    server.middlewares.use((incoming, outgoing, next) => {
      if (!incoming.url?.startsWith('/auth/')) return next();
      // Loaded by Vite, which finds the sources of the packages.
      const loaded = server.ssrLoadModule('/server/login.ts');
      void loaded.then(({ login }) => login(incoming, outgoing), next);
    });
  },
});
