import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import packageJson from './package.json' with { type: 'json' };

const require = createRequire(import.meta.url);
const root = resolve(import.meta.dirname, 'renderer');
const out = resolve(import.meta.dirname, 'dist/renderer');

/** Folder of an installed package, by its package.json. */
function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

/**
 * What is fetched by address while the app runs and so is copied as it is: the PDF reader's tables, the page without a
 * script that a DOCX is drawn in, and the font's licence.
 */
function shippedFiles(): Plugin {
  return {
    name: 'countersign-shipped-files',
    apply: 'build',
    closeBundle() {
      for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
        cpSync(join(packageFolder('pdfjs-dist'), folder), join(out, 'pdfjs', folder), { recursive: true });
      }
      cpSync(join(root, 'frame'), join(out, 'frame'), { recursive: true });
      mkdirSync(join(out, 'licences'), { recursive: true });
      const font = join(packageFolder('@fontsource-variable/source-sans-3'), 'LICENSE');
      copyFileSync(font, join(out, 'licences', 'source-sans-3.txt'));
    },
  };
}

export default defineConfig({
  root,
  base: '/',
  plugins: [react(), shippedFiles()],
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    license: { fileName: 'licences/bundled-packages.md' },
  },
});
