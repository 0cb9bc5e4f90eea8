import { systemClock } from '../../electron/services/clock.ts';
import { openWorkspace } from '../../electron/services/workspace/open-workspace.ts';

/** A process of its own: opens the workspace, says how that went, and holds it until its input ends. */
const [folder = '', passphrase = ''] = process.argv.slice(2);
const opened = await openWorkspace(folder, passphrase, systemClock);
process.stdout.write(opened.ok ? 'open\n' : `${opened.error.code}\n`);
process.stdin.on('end', () => process.exit(0)).resume();
