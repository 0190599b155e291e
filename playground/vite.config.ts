import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { conditions: ['@auth0-passwordless/source', ...defaultClientConditions] },
  build: { target: 'es2022' },
});
