import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/**
 * Electron's side as two bundles: the main process with the process and threads that read foreign files (ESM), and with
 * `--mode preload` the preload, which a sandbox takes only as one CommonJS file. Packages stay packages; they ship beside
 * the bundle.
 */
export default defineConfig(({ mode }) => {
  const preload = mode === 'preload';
  const input: Record<string, string> = preload
    ? { preload: resolve(import.meta.dirname, 'electron/preload.ts') }
    : {
        main: resolve(import.meta.dirname, 'electron/main.ts'),
        'reader-process': resolve(import.meta.dirname, 'electron/readers/reader-process.ts'),
        'reader-thread': resolve(import.meta.dirname, 'electron/readers/reader-thread.ts'),
        'verifier-thread': resolve(import.meta.dirname, 'electron/readers/verifier-thread.ts'),
        'pack-thread': resolve(import.meta.dirname, 'electron/readers/pack-thread.ts'),
      };
  return {
    build: {
      ssr: true,
      outDir: resolve(import.meta.dirname, 'dist/electron'),
      emptyOutDir: !preload,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input,
        external: ['electron'],
        output: preload
          ? { format: 'cjs', entryFileNames: '[name].cjs' }
          : { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
});
