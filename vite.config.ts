/**
 * The web, in three builds told apart by `--mode`, because each needs another shape. Any other mode,
 * such as that of a development server, is the console's.
 *
 *     console   the executives' console: React, an index page and hashed assets, served at /console/
 *     citizen   the citizen's full page: chat.html, chat.js, chat.css, with addresses relative to the page
 *     widget    widget.js: one script that any site can include
 *
 * scripts/setup.mjs runs all three into .dist-new/ and moves them into dist/ once they are whole.
 */
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

const inRepository = (...segments: string[]) => path.join(import.meta.dirname, ...segments);

/** Older than Vite's own default: the telephone in her hands may be many years old. */
const CITIZENS_SYNTAX = 'es2020';

/** A file of its own: it changes with its version and not with ours, and both are read at once. */
const REACT = { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ };

const builds: Record<string, UserConfig> = {
  console: {
    root: inRepository('agent-console/console'),
    base: '/console/',
    plugins: [react()],
    build: {
      outDir: inRepository('.dist-new/console'),
      emptyOutDir: true,
      rolldownOptions: { output: { codeSplitting: { groups: [REACT] } } },
    },
  },
  citizen: {
    root: inRepository('agent-console/citizen'),
    base: './',
    build: {
      outDir: inRepository('.dist-new/citizen'),
      emptyOutDir: true,
      target: CITIZENS_SYNTAX,
      modulePreload: false,
      rolldownOptions: {
        input: inRepository('agent-console/citizen/chat.html'),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  },
  widget: {
    root: inRepository('agent-console/citizen'),
    publicDir: false,
    build: {
      outDir: inRepository('.dist-new/citizen'),
      emptyOutDir: false,
      target: CITIZENS_SYNTAX,
      lib: {
        entry: inRepository('agent-console/citizen/widget.ts'),
        formats: ['iife'],
        name: 'Cauce',
        fileName: () => 'widget.js',
      },
    },
  },
};

export default defineConfig(({ mode }) => ({
  ...(builds[mode] ?? builds.console),
  // .env holds the server's secrets: nothing of it may be read into a page.
  envDir: false,
}));
