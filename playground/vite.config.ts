import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { mountLogin } from './server/mountLogin.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), mountLogin()],
  resolve: { conditions: ['@auth0-passwordless/source', ...defaultClientConditions] },
  build: { target: 'es2022' },
});
