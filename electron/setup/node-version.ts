/** Stops every entry under a Node that the native parts were not built for. Inside Electron its own Node counts. */
export function requireNode24(): void {
  if (process.versions.electron !== undefined || process.versions.node.startsWith('24.')) return;
  console.error(
    `Countersign runs under Node 24; this is ${process.version}. Use the npm scripts: they bring their own.`,
  );
  process.exit(1);
}
