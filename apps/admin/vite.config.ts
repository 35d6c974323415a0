import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env.YIKOU_API_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@yikou/source', 'module', 'browser', 'development|production'] },
  server: {
    proxy: Object.fromEntries(
      [
        'api',
        'health',
        'guide',
        'hall',
        'online',
        'progress',
        'verify',
        'robots.txt',
        'sitemap.xml',
      ].map((path) => [`/${path}`, api]),
    ),
  },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // Data URLs would need an opening in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
});
